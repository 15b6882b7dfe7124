import type { Diagnostic, ObjectReference, Related, Severity, Topic } from '../diagnostics/diagnostic.js';
import type { Position } from '../symbols/field.js';
import { hasPlaceholder } from '../symbols/placeholder.js';
import type { ObjectSymbol } from '../symbols/object.js';
import { cannotTell, type MissingFact } from './missing-fact.js';
import { releaseHolds } from '../releases/release-point.js';
import type { Rule } from './rule.js';

/** One finding of a rule. */
export interface Finding {
  /** The object that is wrong. */
  readonly at: ObjectSymbol;
  /** Its field that is wrong; the object itself when absent. A missing field: give its path alone. */
  readonly field?: (Position & { readonly path?: string }) | { readonly path: string };
  /** What is wrong: one sentence in the words of the file, without a full stop. */
  readonly message: string;
  /** What happens, when this finding knows more than the rule. */
  readonly why?: string;
  /** What to write, when this finding knows more than the rule. */
  readonly fix?: string;
  /** Milder than the rule's own, for what is not certain here. */
  readonly severity?: Severity;
  /** `source → target`. */
  readonly link?: string;
  /** The other end: other places that belong to the mistake. */
  readonly related?: readonly Related[];
  /** Which of the rule's mistakes it is, where answers differ by that. */
  readonly topic?: Topic;
}

/** Takes note of a fact that is missing for a cluster, and of the place that asked for it. */
export type TellMissing = (fact: MissingFact, cluster: string, place?: Related) => void;

/** How a rule tells what it found. */
export interface Report {
  /** Reports one place that breaks the rule. */
  (finding: Finding): void;
  /** Says that the rule cannot decide; reported once per fact, with the clusters it is missing for and some places. */
  readonly unknown: TellMissing;
}

/** The other end of a reference, as a related place. */
export function related(object: ObjectSymbol, field: Position | undefined, message: string): Related {
  const { line, column } = field === undefined || field.line === 0 ? object : field;
  return { message, cluster: object.cluster, file: object.file, ...(line === 0 ? {} : { line, column }) };
}

/** The reference of a diagnostic to an object, without what symbols add. */
export function referenceTo(object: ObjectSymbol): ObjectReference {
  const { apiVersion, kind, namespace, name } = object;
  return { apiVersion, kind, ...(namespace === undefined ? {} : { namespace }), name };
}

/**
 * True when what is wrong is a word that will be replaced, so that nothing is known to be wrong.
 *
 * A finding names what it compares. Argo CD's own objects are templates by design.
 */
function speaksOfPlaceholder({ at, message }: Finding): boolean {
  return hasPlaceholder(message) && !at.apiVersion.startsWith('argoproj.io/');
}

/**
 * The report of one rule, writing to `found` and `missing`. Findings for other releases than `releaseOf` tells are
 * dropped, and those that `isMoot` says nobody will see.
 */
export function reportFor(
  rule: Rule,
  releaseOf: (cluster: string) => number | undefined,
  found: (diagnostic: Diagnostic, object: ObjectSymbol) => void,
  missing: TellMissing,
  isMoot?: (severity: Severity) => boolean,
): Report {
  const report = (finding: Finding) => {
    const { at, field, message, severity, link } = finding;
    if (isMoot?.(severity ?? rule.severity) === true) return;
    if (rule.since !== undefined || rule.until !== undefined) {
      const holds = releaseHolds(rule, releaseOf(at.cluster));
      if (holds === undefined) missing(cannotTell.release, at.cluster);
      if (holds !== true) return;
    }
    if (speaksOfPlaceholder(finding)) {
      missing(cannotTell.placeholders, at.cluster);
      return;
    }
    const position = field !== undefined && 'line' in field && field.line > 0 ? field : at;
    found(
      {
        code: rule.code,
        severity: severity ?? rule.severity,
        message,
        why: finding.why ?? rule.why,
        fix: finding.fix ?? rule.fix,
        cluster: at.cluster,
        ...(link === undefined ? {} : { link }),
        object: referenceTo(at),
        ...(field?.path === undefined ? {} : { path: field.path }),
        ...(at.file === undefined ? {} : { file: at.file }),
        ...(position.line === 0 ? {} : { line: position.line, column: position.column }),
        ...(finding.related === undefined ? {} : { related: finding.related }),
        ...(finding.topic === undefined ? {} : { topic: finding.topic }),
      },
      at,
    );
  };
  return Object.assign(report, { unknown: missing });
}
