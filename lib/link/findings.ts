import type { Diagnostic } from '../diagnostics/diagnostic.js';

/** Collects what is wrong, so that one run tells everything. */
export class Findings {
  readonly diagnostics: Diagnostic[] = [];

  /** Adds a problem, if there is one, with the flag it is about. */
  add(problem: Diagnostic | undefined, flag?: string): void {
    if (problem === undefined) return;
    this.diagnostics.push(flag === undefined ? problem : { ...problem, path: `flags.${flag}` });
  }
}
