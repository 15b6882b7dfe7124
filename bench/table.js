/** Figures as a Markdown table: figure, time of the clock and of the processor, target, verdict. */
export function table(results) {
  const rows = results.map(({ id, title, wall, cpu, value, target, unit }) => [
    id,
    title,
    wall === undefined ? 'not here' : shown(wall, unit),
    cpu === undefined ? '' : shown(cpu, unit),
    shown(target, unit),
    value === undefined ? '–' : value <= target ? 'holds' : 'misses',
  ]);
  const all = [['', 'figure', 'by the clock', 'processor', 'at most', 'verdict'], ...rows];
  const widths = all[0].map((_, i) => Math.max(...all.map((row) => row[i].length)));
  const line = (row) => `| ${row.map((cell, i) => cell.padEnd(widths[i])).join(' | ')} |`;
  return [line(all[0]), line(widths.map((width) => '-'.repeat(width))), ...rows.map(line)].join('\n');
}

function shown(value, unit) {
  if (unit === '×' && value < 0.5) return `1/${(1 / value).toFixed(1)}`;
  if (unit === 's') return `${(value * 1000).toFixed(0)} ms`;
  return `${value.toFixed(unit === 'MB' ? 0 : 2)}${unit === '' ? '' : unit === '×' ? unit : ` ${unit}`}`;
}
