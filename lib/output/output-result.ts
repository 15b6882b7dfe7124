import type { Diagnostic } from '../diagnostics/diagnostic.js';

/** One file that is not as the fleet says. */
export interface Difference {
  readonly path: string;
  readonly is: 'new' | 'changed' | 'removed';
}

/** What a run did to the output folder, or with `check` would have done. */
export interface OutputResult {
  readonly diagnostics: readonly Diagnostic[];
  /** Number of files, `index.yaml` included. */
  readonly files: {
    readonly new: number;
    readonly changed: number;
    readonly removed: number;
    readonly unchanged: number;
  };
  /** With `check`, each file that differed, sorted by path; empty when the output was as it should be. */
  readonly differences: readonly Difference[];
}
