import type { Diagnostic } from '../../../lib/diagnostics/diagnostic.js';

/** Commands in a folder, or what the writer or the schemas are given by hand where no command gets that far; the last of which reports a code; each may find files changed first, and calls that fail. */
export interface CommandExample {
  readonly steps: readonly CommandStep[];
}

/** One command of an example, and what happens before it. */
export interface CommandStep {
  readonly args: readonly string[];
  /** Done in place of the command. */
  readonly report?: () => Promise<readonly Diagnostic[]>;
  /** Files written before, by paths below the folder; null removes one. */
  readonly files?: Readonly<Record<string, string | Uint8Array | null>>;
  /** Operations of the file system that fail during the command, with the code the system gives. */
  readonly failing?: Readonly<Record<string, string>>;
  /** How many calls of each still succeed. */
  readonly failingAfter?: number;
}
