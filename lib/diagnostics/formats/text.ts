import { isConfidential } from '../code-frame.js';
import type { Diagnostic } from '../diagnostic.js';
import { oneLine } from '../one-line.js';
import { placeText } from '../render-text.js';
import type { FrameOf } from '../source-frames.js';
import { summaryText, type Summary } from '../summary.js';

/** Diagnostics for people: each with its place, the lines around it, the other end, why and fix; a count last. */
export function formatText(diagnostics: readonly Diagnostic[], summary: Summary, frameOf: FrameOf): string {
  return [
    ...diagnostics.map((diagnostic) => `${block(diagnostic, frameOf)}\n`),
    `${summaryText(summary)}\n`,
  ].join('\n');
}

function block(diagnostic: Diagnostic, frameOf: FrameOf): string {
  const place = placeText(diagnostic);
  const frames = !isConfidential(diagnostic);
  const where = diagnostic.link ?? (diagnostic.file === undefined ? diagnostic.cluster : undefined);
  const lines = [
    `${place === '' ? '' : `${place} `}${diagnostic.severity} ${diagnostic.code}${where === undefined ? '' : ` (${where})`}`,
    `  ${oneLine(diagnostic.message)}`,
    ...(frames ? indented(frameOf(diagnostic)) : []),
  ];
  for (const related of diagnostic.related ?? []) {
    const at = placeText(related);
    lines.push(`  see: ${at === '' ? '' : `${at} `}${oneLine(related.message)}`);
    if (frames) lines.push(...indented(frameOf(related, 0)));
  }
  if (diagnostic.why !== undefined) lines.push(`  why: ${oneLine(diagnostic.why)}`);
  if (diagnostic.fix !== undefined) lines.push(`  fix: ${oneLine(diagnostic.fix)}`);
  return lines.join('\n');
}

function indented(lines: readonly string[]): string[] {
  return lines.map((line) => `    ${line}`);
}
