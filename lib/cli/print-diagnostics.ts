import type { Diagnostic } from '../diagnostics/diagnostic.js';
import type { FrameOf } from '../diagnostics/source-frames.js';
import type { Terminal } from './terminal.js';

/**
 * Prints diagnostics apart from the output, each with the reason its code has, and without a secret.
 *
 * `frameOf` gives the lines of the source to show with each; none by default.
 */
export async function printDiagnostics(
  diagnostics: readonly Diagnostic[],
  terminal: Terminal,
  frameOf?: FrameOf,
): Promise<void> {
  if (diagnostics.length === 0) return;
  const { explained } = await import('../diagnostics/explained.js');
  const { renderDiagnostic } = await import('../diagnostics/render-text.js');
  const { redactDiagnostic } = await import('../guards/redact.js');
  for (const diagnostic of diagnostics)
    terminal.err(`${renderDiagnostic(redactDiagnostic(explained(diagnostic)), frameOf?.(diagnostic))}\n`);
}
