import { placeText } from '../../diagnostics/render-text.js';
import type {
  MissingMirror,
  PendingChange,
  PredictedMirror,
  Prediction,
  SourcePrediction,
} from './prediction.js';
import { markdownTable, textTable } from './table.js';

/** How a prediction is printed. */
export type PredictionFormat = 'text' | 'markdown' | 'json';

const head = ['NAMESPACE', 'SERVICE', 'MODE', 'OF', 'PORTS', 'ENDPOINTS'];

function mirrorRow(mirror: PredictedMirror): string[] {
  const { namespace, dnsName, mode, exports, ports, endpoints } = mirror;
  const answered = endpoints.length === 0 ? 'none' : endpoints.join(', ');
  return [namespace, dnsName, mode, exports.join(', '), ports.join(', '), answered];
}

function missingLines({ exported, mirror, message, fix, place, isCertain, isMade }: MissingMirror): string[] {
  const at = place === undefined ? '' : `${placeText(place)} `;
  const what = isMade ? 'mirrored without endpoints' : 'not mirrored';
  const verdict = isCertain ? what : `${what}, as far as the manifests tell`;
  return [`${at}${exported} (${mirror}): ${verdict}`, `  why: ${message}`, `  fix: ${fix}`];
}

function missingLine(missing: MissingMirror): string {
  const lines = missingLines(missing);
  return lines.map((line) => line.trim()).join('; ');
}

function pendingLine({ exported, message, place }: PendingChange): string {
  return `${place === undefined ? '' : `${placeText(place)} `}${exported}: ${message}`;
}

function noteLines(mirrors: readonly PredictedMirror[]): string[] {
  return mirrors.flatMap(({ namespace, name, notes }) =>
    notes.map((note) => `${namespace}/${name}: ${note}`),
  );
}

function textOf(source: SourcePrediction): string[] {
  const { mirrors, missing, pending, warnings, unknown } = source;
  const section = (title: string, lines: readonly string[]): string[] =>
    lines.length === 0 ? [] : ['', title, ...lines.map((line) => `  ${line}`)];
  const table = mirrors.length === 0 ? ['no mirror Services'] : textTable([head, ...mirrors.map(mirrorRow)]);
  return [
    `In ${source.source}:`,
    ...table.map((line) => `  ${line}`),
    ...section('Not mirrored:', missing.filter(({ isMade }) => !isMade).flatMap(missingLines)),
    ...section('Mirrored without endpoints:', missing.filter(({ isMade }) => isMade).flatMap(missingLines)),
    ...section('Waits for a change or a restart:', pending.map(pendingLine)),
    ...section('Beware:', warnings),
    ...section('Note:', noteLines(mirrors)),
    ...section('Not known:', unknown),
    '',
  ];
}

function markdownOf(source: SourcePrediction): string[] {
  const { mirrors, missing, pending, warnings, unknown } = source;
  const list = (title: string, lines: readonly string[]): string[] =>
    lines.length === 0 ? [] : ['', `### ${title}`, '', ...lines.map((line) => `- ${line}`)];
  const rows = mirrors.map((mirror) => {
    const [namespace = '', dnsName = '', ...rest] = mirrorRow(mirror);
    return [namespace, `\`${dnsName}\``, ...rest];
  });
  const table = rows.length === 0 ? ['No mirror Services.'] : markdownTable([head, ...rows]);
  return [
    `## ${source.source}`,
    '',
    ...table,
    ...list('Not mirrored', missing.filter(({ isMade }) => !isMade).map(missingLine)),
    ...list('Mirrored without endpoints', missing.filter(({ isMade }) => isMade).map(missingLine)),
    ...list('Waits for a change or a restart', pending.map(pendingLine)),
    ...list('Beware', warnings),
    ...list('Note', noteLines(mirrors)),
    ...list('Not known', unknown),
    '',
  ];
}

/** A prediction as text for a terminal, as Markdown for a pull request, or as JSON. */
export function renderPrediction(prediction: Prediction, format: PredictionFormat): string {
  if (format === 'json') return `${JSON.stringify(prediction, null, 2)}\n`;
  const { sources, release } = prediction;
  const body = sources.flatMap(format === 'text' ? textOf : markdownOf);
  const nothing = sources.length === 0 ? ['No cluster has a Link: nothing is mirrored.'] : [];
  return `${[...nothing, ...body, ...release].join('\n').trimEnd()}\n`;
}
