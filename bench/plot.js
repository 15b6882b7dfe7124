const width = 720;
const height = 400;
const frame = { left: 70, right: 150, top: 24, bottom: 46 };
const clusters = [1, 10, 100, 1000, 5000];
const seconds = [0.01, 0.1, 1, 10, 100, 1000];
const colours = ['#0b7285', '#d9480f', '#5f3dc4', '#495057'];

const scale = (value, low, high, from, to) =>
  from + ((Math.log10(value) - Math.log10(low)) / (Math.log10(high) - Math.log10(low))) * (to - from);
const x = (value) => scale(value, 1, 5000, frame.left, width - frame.right);
const y = (value) => scale(value, 0.001, 1000, height - frame.bottom, frame.top);

/**
 * Time against clusters as SVG, both logarithmic, from the seconds that each program takes for one cluster; a program
 * that was not measured is left out.
 */
export function chart(perCluster) {
  const lines = Object.entries(perCluster).filter(([, each]) => each !== undefined);
  return `<svg xmlns="http://www.w3.org/2000/svg" width="${width}" height="${height}" viewBox="0 0 ${width} ${height}" font-family="sans-serif" font-size="13">
<rect width="${width}" height="${height}" fill="#fff"/>
${clusters.map((n) => tick(x(n), height - frame.bottom + 18, n.toLocaleString('en-US'), 'middle', vertical(x(n)))).join('\n')}
${seconds.map((s) => tick(frame.left - 8, y(s) + 4, `${s} s`, 'end', horizontal(y(s)))).join('\n')}
<text x="${(frame.left + width - frame.right) / 2}" y="${height - 8}" text-anchor="middle">clusters</text>
${labelled(lines).map(line).join('\n')}
</svg>
`;
}

const vertical = (at) => `<path d="M${at} ${frame.top}V${height - frame.bottom}" stroke="#dee2e6"/>`;
const horizontal = (at) => `<path d="M${frame.left} ${at}H${width - frame.right}" stroke="#dee2e6"/>`;
const tick = (left, top, text, anchor, grid) =>
  `${grid}<text x="${left}" y="${top}" text-anchor="${anchor}">${text}</text>`;

/** Labels at the lines' ends, pushed apart where two lines end close together. */
function labelled(lines) {
  let above = -Infinity;
  return lines
    .map(([name, each], i) => ({ name, each, colour: colours[i % colours.length], at: y(each * 5000) }))
    .sort((a, b) => a.at - b.at)
    .map((each) => ({ ...each, at: (above = Math.max(each.at, above + 16)) }));
}

function line({ name, each, colour, at }) {
  const points = clusters.map((n) => `${x(n).toFixed(1)},${y(each * n).toFixed(1)}`).join(' ');
  return `<polyline points="${points}" fill="none" stroke="${colour}" stroke-width="2.5"/><text x="${width - frame.right + 8}" y="${(at + 4).toFixed(1)}" fill="${colour}">${name}</text>`;
}
