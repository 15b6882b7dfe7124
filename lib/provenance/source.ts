import type { FieldPath } from '../config/loaded-config.js';
import type { Place } from '../diagnostics/diagnostic.js';

/** What of the input a part of the output was made from. */
export interface Source {
  /** Where it is written; empty for a fleet as code. */
  readonly place: Place;
  /** The field in the words of its file: `clusters.internal.gateway.nodePort`. */
  readonly field: string;
}

/** A field of the input that may stand behind a field of the output: of the fleet, or of a cluster's values. */
export type Candidate =
  { readonly fleet: FieldPath } | { readonly values: readonly string[]; readonly cluster: string };

/** A file of the output, taken apart by its path. */
export interface OutputFile {
  /** The cluster's key in the fleet; absent for files of Argo CD. */
  readonly cluster?: string;
  /** `gateway`, `link`, `credentials`, …: the file's name without what it names. */
  readonly concern: string;
  /** The target cluster that the file is about, for Links and credentials. */
  readonly target?: string;
}
