import type { Diagnostic } from '../diagnostics/diagnostic.js';
import { sortDiagnostics } from '../diagnostics/order.js';

/**
 * Diagnostics in reading order, those that say the same of one line of the input once: a value of all clusters is
 * wrong in each of their files. The first tells how many more there are.
 */
export function mergedAlike(diagnostics: readonly Diagnostic[]): Diagnostic[] {
  const merged: Diagnostic[] = [];
  let more = 0;
  const close = (): void => {
    const last = merged.at(-1);
    if (more === 0 || last === undefined) return;
    const related = [
      ...(last.related ?? []),
      { message: `${more} more ${more === 1 ? 'finding says' : 'findings say'} the same of this line` },
    ];
    merged[merged.length - 1] = { ...last, related };
    more = 0;
  };
  for (const diagnostic of sortDiagnostics(diagnostics)) {
    const last = merged.at(-1);
    if (last !== undefined && isAlike(last, diagnostic)) {
      more++;
      continue;
    }
    close();
    merged.push(diagnostic);
  }
  close();
  return merged;
}

/** True for what differs in nothing but the file of the output, or the cluster, that it is found in. */
function isAlike(a: Diagnostic, b: Diagnostic): boolean {
  return (
    a.line !== undefined &&
    (['file', 'line', 'column', 'code', 'severity', 'message', 'path'] as const).every(
      (key) => a[key] === b[key],
    )
  );
}
