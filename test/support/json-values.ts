import fc from 'fast-check';

/** Strings that YAML readers are known to take for something else, or to lose a part of. */
const traps = [
  '', ' ', '~', 'null', 'Null', 'yes', 'No', 'on', 'OFF', 'y', 'N', 'true', 'False', 'TRUE', '=', '<<', '-', '--', '---',
  '--- a', '...', '... a', '.', '?', '? a', ':', ': a', 'a: b', 'a:', 'a :b', 'a #b', 'a#b', '#', '- a', '-a', '*a', '&a',
  '!a', '!!str', '|', '>', '|-', '%YAML 1.2', '@a', '`a`', '"', "'", '\'a\'', '"a"', 'it\'s', '[', ']', '{}', '[]', '{a: b}',
  ',', 'a, b', '0', '-0', '+1', '1_000', '1_', '_1', '0x1F', '0o17', '0b11', '0755', '08', '1e3', '1E+3', '1.', '.5', '-.5e-3',
  '1.0', '1:30', '190:20:30', '-1:30.5', '.inf', '-.INF', '.nan', 'inf', 'NaN', '+Infinity', '0x1p-2', '2024-01-01',
  '2001-12-14t21:59:43.10-05:00', '2001-12-14 21:59:43.10 -5', '10.0.0.1', '10.0.0.0/8', 'fd00::', '::1', '3s', '64Mi',
  '__proto__', 'constructor', 'a\tb', '\ta', 'a\t', 'a\nb', 'a\n', '\na', 'a\n\n', 'a\n\nb', 'a\n b', ' a\nb', 'a\n  \nb',
  'a \nb ', 'a\n\tb', 'a\r\nb', 'a\rb', '\n', '# a\n# b\n', '- a\n- b', 'a: |\n  b\n', '---\na\n', '...\n', '\u0085', 'a\u0085b',
  '\u2028', 'a\u2029b', '\ufeff', '\ufeffa', 'a\nb\ufeff', '\0', '\x07', '\x1b[0m', '\x7f', '\x9f', '\u00a0', 'a\u00a0', '\u200b',
  '\u202e', '\ufffe', '\uffff', '\ufffd', 'ä', '日本', '😀', 'a😀\nb', '\\', '\\n', '"\\', 'x'.repeat(2000), 'k '.repeat(700),
]; // prettier-ignore

const mark = fc.constantFrom(
  ...Array.from('abyn019 \n\t:#-?,.[]{}&*!|>%@`\'"=<~_\\+eExoft\r\u0085\u2028\ufeff\0é😀'),
);

/** Text made to trip a YAML reader: known traps, and marks in any order. */
export const trickyText = fc.oneof(
  { weight: 3, arbitrary: fc.constantFrom(...traps) },
  { weight: 3, arbitrary: fc.array(mark, { maxLength: 12 }).map((parts) => parts.join('')) },
  {
    weight: 1,
    arbitrary: fc.tuple(fc.constantFrom(...traps), fc.constantFrom(...traps)).map((pair) => pair.join('')),
  },
  { weight: 1, arbitrary: fc.string({ unit: 'binary', maxLength: 20 }) },
);

/** Numbers as JSON has them: any finite double, and the ends of integer ranges. */
const number = fc.oneof(
  fc.integer(),
  fc.double({ noDefaultInfinity: true, noNaN: true }),
  fc.constantFrom(
    0,
    -0,
    1e6,
    1e20,
    1e21,
    -1e21,
    1e-6,
    1e-7,
    5e-324,
    2 ** 53,
    -(2 ** 63),
    1.7976931348623157e308,
  ),
);

/** Any JSON value: maps and lists of any shape, with tricky text as keys and values. */
export const jsonValue = fc.letrec<{ value: unknown; map: unknown; list: unknown }>((tie) => ({
  value: fc.oneof(
    { depthSize: 'small', withCrossShrink: true },
    trickyText,
    fc.oneof(number, fc.boolean(), fc.constant(null)),
    tie('map'),
    tie('list'),
  ),
  map: fc.dictionary(trickyText, tie('value'), { maxKeys: 5, noNullPrototype: true }),
  list: fc.array(tie('value'), { maxLength: 5 }),
})).value;
