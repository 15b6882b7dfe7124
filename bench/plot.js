const width = 760;
const height = 430;
const frame = { left: 78, right: 190, top: 26, bottom: 56 };
const clusters = [1, 3, 10, 30, 100, 300, 1000];
const seconds = [0.1, 0.3, 1, 3, 10, 30, 100];
const range = { x: [2, 1300], y: [0.07, 40] };
const colours = ['#0b7285', '#d9480f', '#5f3dc4', '#495057'];

const scale = (value, [low, high], from, to) =>
  from + ((Math.log10(value) - Math.log10(low)) / (Math.log10(high) - Math.log10(low))) * (to - from);

/**
 * Time against clusters as SVG, both logarithmic: a mark for each point that was measured, the last one of each tool
 * filled and told in words; a tool that was not measured is left out.
 *
 * `curves`: points `[clusters, seconds]` by the name of the tool.
 */
export function chart(curves) {
  const lines = Object.entries(curves).filter(([, points]) => points !== undefined && points.length > 0);
  const highest = Math.max(range.y[1], ...lines.flatMap(([, points]) => points.map(([, s]) => s * 1.3)));
  const lowest = Math.min(range.y[0], ...lines.flatMap(([, points]) => points.map(([, s]) => s / 1.3)));
  const x = (n) => scale(n, range.x, frame.left, width - frame.right);
  const y = (s) => scale(s, [lowest, highest], height - frame.bottom, frame.top);
  const inside = (value, [low, high]) => value >= low && value <= high;
  const grid = [
    ...clusters.filter((n) => inside(n, range.x)).map((n) => vertical(x(n), n.toLocaleString('en-US'))),
    ...seconds.filter((s) => inside(s, [lowest, highest])).map((s) => horizontal(y(s), `${s} s`)),
  ];
  const middle = (frame.left + width - frame.right) / 2;
  return `<svg xmlns="http://www.w3.org/2000/svg" width="${width}" height="${height}" viewBox="0 0 ${width} ${height}" font-family="Helvetica, Arial, sans-serif" font-size="13" role="img" aria-label="Time of whole commands against the number of clusters">
<rect width="${width}" height="${height}" fill="#fff"/>
${grid.join('\n')}
<text x="${middle}" y="${height - 12}" text-anchor="middle" fill="#343a40">clusters</text>
<text transform="translate(20 ${(frame.top + height - frame.bottom) / 2}) rotate(-90)" text-anchor="middle" fill="#343a40">time</text>
${labelled(lines, x, y).map(curve).join('\n')}
</svg>
`;
}

const number = (value) => value.toFixed(1);

function vertical(at, text) {
  return `<path d="M${number(at)} ${frame.top}V${height - frame.bottom}" stroke="#e9ecef"/><text x="${number(at)}" y="${height - frame.bottom + 20}" text-anchor="middle" fill="#495057">${text}</text>`;
}

function horizontal(at, text) {
  return `<path d="M${frame.left} ${number(at)}H${width - frame.right}" stroke="#e9ecef"/><text x="${frame.left - 8}" y="${number(at + 4)}" text-anchor="end" fill="#495057">${text}</text>`;
}

/** Curves with their points on the paper, and labels right of their last points, pushed apart where two are close. */
function labelled(lines, x, y) {
  const placed = lines.map(([name, points], i) => ({
    name,
    last: points.at(-1),
    colour: colours[i % colours.length],
    points: points.map(([n, s]) => [x(n), y(s)]),
  }));
  let above = -Infinity;
  return placed
    .sort((a, b) => a.points.at(-1)[1] - b.points.at(-1)[1])
    .map((each) => ({ ...each, at: (above = Math.max(each.points.at(-1)[1], above + 34)) }));
}

function curve({ name, last: [n, s], colour, points, at }) {
  const [endX, endY] = points.at(-1);
  const textX = width - frame.right + 14;
  const path = points.map(([left, top]) => `${number(left)},${number(top)}`).join(' ');
  const marks = points
    .map(
      ([left, top], i) =>
        `<circle cx="${number(left)}" cy="${number(top)}" r="3.5" stroke="${colour}" stroke-width="1.5" fill="${i === points.length - 1 ? colour : '#fff'}"/>`,
    )
    .join('');
  const told = `${s < 10 ? s.toFixed(1) : s.toFixed(0)} s at ${n.toLocaleString('en-US')}`;
  return `<path d="M${number(endX + 6)} ${number(endY)}L${textX - 4} ${number(at)}" stroke="${colour}" stroke-width="0.75" stroke-dasharray="2 3"/>
<polyline points="${path}" fill="none" stroke="${colour}" stroke-width="2"/>${marks}
<text x="${textX}" y="${number(at - 2)}" fill="${colour}" font-weight="bold">${name}</text><text x="${textX}" y="${number(at + 13)}" fill="${colour}" font-size="12">${told}</text>`;
}
