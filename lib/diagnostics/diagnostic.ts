import type { DiagnosticCode } from './codes/index.js';

/** How bad a diagnostic is: an `error` stops the run before anything is written. */
export type Severity = 'error' | 'warning' | 'info';

/** Where in a file: line and column count from 1, in characters as an editor shows them. */
export interface Place {
  readonly file?: string;
  readonly line?: number;
  readonly column?: number;
}

/** A second place that belongs to the same mistake, such as the other end of a reference. */
export interface Related extends Place {
  readonly message: string;
  readonly cluster?: string;
}

/** The Kubernetes object a diagnostic speaks of. */
export interface ObjectReference {
  readonly apiVersion: string;
  readonly kind: string;
  readonly namespace?: string;
  readonly name: string;
}

/**
 * Which of its code's mistakes a diagnostic tells of, where answers differ by that: one about probes alone, about the
 * copy of credentials that proxies need, about a controller that does not stay up.
 */
export type Topic = 'probes' | 'credentials of the proxies' | 'crash';

/**
 * One mistake: what is wrong, where, why, and how to fix it.
 *
 * User mistakes travel as values of this type, all of one run together; exceptions are our own bugs.
 * No message ever holds a secret or a colour.
 */
export interface Diagnostic extends Place {
  readonly code: DiagnosticCode;
  readonly severity: Severity;
  /** What is wrong, in the words of the file it stands in; one sentence without a full stop. */
  readonly message: string;
  /** What happens if it stays, or which fact makes it wrong. */
  readonly why?: string;
  /** What to write instead. */
  readonly fix?: string;
  /** Path of the field within its document: `clusters.internal.gateway.nodePort`, `spec.probeSpec.port`. */
  readonly path?: string;
  /** Key of the cluster in the fleet, or the name its folder was given. */
  readonly cluster?: string;
  /** `source → target`. */
  readonly link?: string;
  readonly object?: ObjectReference;
  readonly related?: readonly Related[];
  /** For who asks further; told to nobody. */
  readonly topic?: Topic;
}

/** True when one of the diagnostics forbids writing. */
export function hasErrors(diagnostics: readonly Diagnostic[]): boolean {
  return diagnostics.some((d) => d.severity === 'error');
}
