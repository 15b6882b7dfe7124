import type { PlaceOf } from '../config/loaded-config.js';
import type { Diagnostic } from '../diagnostics/diagnostic.js';
import { closest } from '../diagnostics/suggest.js';

/** Kinds of `delivery.keep` that none of the fleet's objects has. Reports KEEP_NO_OBJECT. */
export function keptNothing(
  keep: readonly string[],
  kinds: ReadonlySet<string>,
  placeOf: PlaceOf,
): Diagnostic[] {
  return keep.flatMap((kind, i): Diagnostic[] => {
    if (kinds.has(kind)) return [];
    const meant = closest(kind, [...kinds]);
    return [
      {
        code: 'KEEP_NO_OBJECT',
        severity: 'warning',
        message: `no object of the fleet is of the kind ${kind}`,
        why: 'it protects nothing, and what was meant is pruned and deleted like all else',
        fix: meant === undefined ? 'leave it out' : `write \`${meant}\``,
        path: `delivery.keep[${i}]`,
        ...placeOf(['delivery', 'keep', i]),
      },
    ];
  });
}
