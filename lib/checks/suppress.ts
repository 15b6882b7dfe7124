import type { Diagnostic } from '../diagnostics/diagnostic.js';
import { unsuppressible } from '../guards/unsuppressible.js';
import type { Directive } from '../symbols/cluster-symbols.js';
import type { ObjectSymbol } from '../symbols/object.js';
import { referenceTo } from './report.js';

/** A finding that somebody has decided to live with. */
export interface Suppression {
  readonly code: string;
  /** Where it holds: a cluster, `source → target` or `source/target`, `Kind/name`, `Kind/namespace/name` or a file; everywhere when absent. */
  readonly where?: string;
  /** Why; must not be empty. */
  readonly reason: string;
  /** Place of the suppression itself, for when it suppresses nothing. */
  readonly file?: string;
  readonly line?: number;
  readonly column?: number;
}

/** Applies suppressions and counts their use. */
export class Suppressions {
  private readonly used = new Set<Suppression | Directive>();
  private readonly byObject = new Map<ObjectSymbol, Directive[]>();

  constructor(
    private readonly configured: readonly Suppression[],
    private readonly directives: readonly Directive[],
  ) {
    for (const directive of directives) {
      const known = this.byObject.get(directive.object);
      if (known === undefined) this.byObject.set(directive.object, [directive]);
      else known.push(directive);
    }
  }

  /** True when a suppression covers the diagnostic. */
  covers(diagnostic: Diagnostic, object: ObjectSymbol | undefined): boolean {
    if (unsuppressible.has(diagnostic.code)) return false;
    for (const suppression of this.configured) {
      if (suppression.code !== diagnostic.code || suppression.reason.trim() === '') continue;
      if (suppression.where !== undefined && !placesOf(diagnostic).includes(suppression.where)) continue;
      this.used.add(suppression);
      return true;
    }
    for (const directive of this.directivesFor(object)) {
      const parsed = parseDirective(directive.text);
      if (parsed?.code !== diagnostic.code || parsed.reason === '') continue;
      this.used.add(directive);
      return true;
    }
    return false;
  }

  /** What suppresses nothing, or gives no reason. Reports SUPPRESSION_UNUSED, SUPPRESSION_FORM. */
  leftOver(): Diagnostic[] {
    return [
      ...this.configured
        .filter((each) => !this.used.has(each))
        .map(({ code, where, reason, ...place }): Diagnostic =>
          reason.trim() === ''
            ? {
                code: 'SUPPRESSION_FORM',
                severity: 'warning',
                message: `the suppression of ${code} gives no reason`,
                ...place,
              }
            : {
                code: 'SUPPRESSION_UNUSED',
                severity: 'warning',
                message: `nothing reports ${code}${where === undefined ? '' : ` at ${where}`}, so its suppression does nothing`,
                fix: 'remove the suppression',
                ...place,
              },
        ),
      ...this.directives
        .filter((each) => !this.used.has(each))
        .map(({ text, object, line }): Diagnostic => {
          const parsed = parseDirective(text);
          const place = {
            cluster: object.cluster,
            object: referenceTo(object),
            file: object.file,
            ...(line === 0 ? {} : { line, column: 1 }),
          };
          return parsed === undefined || parsed.reason === ''
            ? {
                code: 'SUPPRESSION_FORM',
                severity: 'warning',
                message: `\`${text}\` is no suppression`,
                fix: 'write `suppress CODE: reason`',
                ...place,
              }
            : {
                code: 'SUPPRESSION_UNUSED',
                severity: 'warning',
                message: `this object does not report ${parsed.code}, so its suppression does nothing`,
                fix: 'remove the suppression',
                ...place,
              };
        }),
    ];
  }

  private directivesFor(object: ObjectSymbol | undefined): readonly Directive[] {
    if (object === undefined || this.directives.length === 0) return [];
    const direct = this.byObject.get(object);
    if (direct !== undefined) return direct;
    // kind readers copy the object's identity into symbols of their own
    return this.directives.filter(
      ({ object: other }) =>
        other.file === object.file &&
        other.kind === object.kind &&
        other.name === object.name &&
        other.namespace === object.namespace &&
        other.cluster === object.cluster,
    );
  }
}

function parseDirective(text: string): { code: string; reason: string } | undefined {
  const match = /^suppress\s+([A-Z][A-Z0-9_]*)\s*:?\s*(.*)$/.exec(text);
  return match?.[1] === undefined ? undefined : { code: match[1], reason: match[2] ?? '' };
}

function placesOf({ cluster, link, object, file }: Diagnostic): string[] {
  return [
    cluster,
    link,
    link?.replace(' → ', '/'),
    file,
    ...(object === undefined
      ? []
      : [`${object.kind}/${object.name}`, `${object.kind}/${object.namespace ?? ''}/${object.name}`]),
  ].filter((place) => place !== undefined);
}
