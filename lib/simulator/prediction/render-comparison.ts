import type { Comparison, MirrorChange, StaleMirror } from './comparison.js';
import type { PredictionFormat } from './render-prediction.js';
import { markdownTable, textTable } from './table.js';
import type { PredictedMirror } from './prediction.js';

type Column = 'mode' | 'exports' | 'ports' | 'endpoints';

function cell(mirror: PredictedMirror | undefined, field: Column): string {
  const value = mirror?.[field];
  return value === undefined ? 'none' : typeof value === 'string' ? value : value.join(', ') || 'none';
}

function details({ change, fields, before, after }: MirrorChange): string {
  if (change === 'appears') return `${cell(after, 'ports')} → ${cell(after, 'endpoints')}`;
  if (change === 'vanishes') return `was ${cell(before, 'ports')} → ${cell(before, 'endpoints')}`;
  return fields
    .map((field) =>
      field === 'metadata'
        ? 'labels or annotations'
        : `${field}: ${cell(before, field as Column)} → ${cell(after, field as Column)}`,
    )
    .join('; ');
}

function changeRow(change: MirrorChange): string[] {
  return [change.source, change.namespace, change.name, change.change, details(change)];
}

function staleRow({ source, namespace, name, message, until }: StaleMirror): string[] {
  return [source, namespace, name, message, `until ${until}`];
}

/** What a change of manifests does to mirrors, as text, Markdown or JSON. */
export function renderComparison(comparison: Comparison, format: PredictionFormat): string {
  if (format === 'json') return `${JSON.stringify(comparison, null, 2)}\n`;
  const changes = [
    ['SOURCE', 'NAMESPACE', 'SERVICE', 'CHANGE', 'WHAT'],
    ...comparison.changes.map(changeRow),
  ];
  const stale = [['SOURCE', 'NAMESPACE', 'SERVICE', 'STALE', 'UNTIL'], ...comparison.stale.map(staleRow)];
  const table = format === 'markdown' ? markdownTable : textTable;
  const part = (rows: readonly (readonly string[])[], title: string, nothing: string): string[] =>
    rows.length === 1
      ? [nothing]
      : [...(format === 'markdown' ? [`### ${title}`, ''] : [`${title}:`]), ...table(rows)];
  const lines = [
    ...part(changes, 'Mirror Services that change', 'No mirror Service changes.'),
    '',
    ...part(stale, 'Kept in an old state', 'Nothing keeps an old state.'),
  ];
  return `${lines.join('\n')}\n`;
}
