import type { LinkerCode } from '../../../lib/diagnostics/codes/linker/index.js';

/** A manifest that is wrong, and what a real API server says to it. */
export interface VerdictCase {
  /** The linker's code for it, where a cluster with this manifest alone shows it. */
  readonly code?: LinkerCode;
  /** What is wrong, as a sentence that goes on after "refuses" or "accepts". */
  readonly what: string;
  readonly yaml: string;
  /** Applied for good beforehand, by the administrator. */
  readonly given?: string;
  /** Part of the server's words where it refuses; absent where it accepts in silence, which makes it the linker's work. */
  readonly refusal?: RegExp;
}
