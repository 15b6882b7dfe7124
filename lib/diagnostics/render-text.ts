import type { Diagnostic } from './diagnostic.js';
import { oneLine } from './one-line.js';

/** `config/fleet.yaml:14:13`, with as much of it as is known. */
export function placeText(place: { file?: string; line?: number; column?: number }): string {
  if (place.file === undefined) return '';
  const file = oneLine(place.file);
  if (place.line === undefined) return file;
  return `${file}:${place.line}:${place.column ?? 1}`;
}

/**
 * One diagnostic as text: place, severity and code, then what, why and fix, each on its own line.
 *
 * `frame` are lines of the source to show below the message; none by default.
 */
export function renderDiagnostic(diagnostic: Diagnostic, frame: readonly string[] = []): string {
  const place = placeText(diagnostic);
  const lines = [`${place === '' ? '' : `${place} `}${diagnostic.severity} ${diagnostic.code}`];
  lines.push(`  ${oneLine(diagnostic.message)}`);
  lines.push(...frame.map((line) => `  ${line}`));
  for (const related of diagnostic.related ?? []) {
    const at = placeText(related);
    lines.push(`  see: ${at === '' ? '' : `${at} `}${oneLine(related.message)}`);
  }
  if (diagnostic.why !== undefined) lines.push(`  why: ${oneLine(diagnostic.why)}`);
  if (diagnostic.fix !== undefined) lines.push(`  fix: ${oneLine(diagnostic.fix)}`);
  return lines.join('\n');
}
