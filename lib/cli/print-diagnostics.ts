import type { Diagnostic } from '../diagnostics/diagnostic.js';
import type { Terminal } from './terminal.js';

/** Prints diagnostics apart from the output, each with the reason its code has, and without a secret. */
export async function printDiagnostics(
  diagnostics: readonly Diagnostic[],
  terminal: Terminal,
): Promise<void> {
  if (diagnostics.length === 0) return;
  const { explained } = await import('../diagnostics/explained.js');
  const { renderDiagnostic } = await import('../diagnostics/render-text.js');
  const { redactDiagnostic } = await import('../guards/redact.js');
  for (const diagnostic of diagnostics)
    terminal.err(`${renderDiagnostic(redactDiagnostic(explained(diagnostic)))}\n`);
}
