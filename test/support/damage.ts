import fc from 'fast-check';

/** Text with the damage done to it. */
type Damage = (text: string) => string;

/** What editors, merges and people leave in files. */
const fragments = [
  '\t',
  ' ',
  '  ',
  '\n',
  '\r',
  '\u0000',
  '\ufeff',
  '\u2028',
  '"',
  "'",
  ':',
  ': ',
  '- ',
  '? ',
  '#',
  ' #',
  '&a ',
  '*a',
  '*gone',
  '!x ',
  '!!int ',
  '<<: ',
  '[',
  ']',
  '{',
  '}',
  ',',
  '|',
  '>',
  '%',
  '@',
  '`',
  '---\n',
  '...\n',
  '<<<<<<< HEAD\n',
  '=======\n',
  '{{ x }}',
  '\\',
  '🚀',
  'é',
  '\ud800',
  '__proto__: 1\n',
  'yes',
  'on',
  '~',
  'null',
  '0644',
  '1e3',
  '.inf',
  '-1',
  '99999999999999999999',
  '0x10',
  '1_000',
  '2026-01-01',
  '12:30',
];

/** Values that stand where others are meant. */
const values = [
  '',
  '~',
  'true',
  'yes',
  '0',
  '-1',
  '65536',
  '1e3',
  '0644',
  '3.5',
  '"30143"',
  'text',
  '""',
  '"a b"',
  '[]',
  '{}',
  '[1, 2]',
  '{ a: 1 }',
  '3 seconds',
  '5',
  '1d',
  'UPPER',
  'a.b',
  'a_b',
  '-a',
  'a'.repeat(64),
  '"{name}"',
  '"{{ name }}"',
  'host:30143',
  'https://x',
  '10.0.0.1',
  '::1',
  '*a',
  '!!binary aGk=',
];

const at = fc.double({ min: 0, max: 1, maxExcluded: true, noNaN: true });

function position(text: string, share: number): number {
  return Math.floor(share * (text.length + 1));
}

function onLine(
  share: number,
  change: (line: string, lines: readonly string[]) => string | string[],
): Damage {
  return (text) => {
    const lines = text.split('\n');
    const i = Math.floor(share * lines.length);
    return lines.flatMap((line, j) => (j === i ? change(line, lines) : [line])).join('\n');
  };
}

/** One random damage to a text: characters, lines, indentation, keys, values, or the whole. */
const oneDamage: fc.Arbitrary<Damage> = fc.oneof(
  fc.tuple(at, fc.constantFrom(...fragments)).map(([share, fragment]): Damage => (text) => {
    const i = position(text, share);
    return text.slice(0, i) + fragment + text.slice(i);
  }),
  fc.tuple(at, fc.integer({ min: 1, max: 20 })).map(([share, length]): Damage => (text) => {
    const i = position(text, share);
    return text.slice(0, i) + text.slice(i + length);
  }),
  fc.tuple(at, fc.string({ unit: 'binary', maxLength: 3 })).map(([share, piece]): Damage => (text) => {
    const i = position(text, share);
    return text.slice(0, i) + piece + text.slice(i + 1);
  }),
  at.map(
    (share): Damage =>
      (text) =>
        text.slice(0, position(text, share)),
  ),
  at.map((share) => onLine(share, () => [])),
  at.map((share) => onLine(share, (line) => [line, line])),
  fc
    .tuple(at, at)
    .map(([share, other]) =>
      onLine(share, (line, lines) => [line, lines[Math.floor(other * lines.length)] ?? '']),
    ),
  fc
    .tuple(at, fc.constantFrom('', ' ', '   ', '    ', '\t', '        '))
    .map(([share, indent]) => onLine(share, (line) => indent + line.trimStart())),
  fc
    .tuple(at, fc.constantFrom(...values))
    .map(([share, value]) => onLine(share, (line) => line.replace(/:.*$/, `: ${value}`))),
  fc
    .tuple(at, fc.constantFrom(...values))
    .map(([share, value]) => onLine(share, (line) => line.replace(/(: )[^:{},]+/, `$1${value}`))),
  fc.tuple(at, at).map(([share, inWord]) =>
    onLine(share, (line) =>
      line.replace(/[A-Za-z]{3,}/, (word) => {
        const i = Math.floor(inWord * word.length);
        return word.slice(0, i) + word.slice(i + 1);
      }),
    ),
  ),
  fc.constantFrom<Damage>(
    (text) => text.replaceAll('\n', '\r\n'),
    (text) => `\ufeff${text}`,
    (text) => text.replaceAll('  ', '\t'),
    (text) => text + text,
    (text) => `${text}---\n${text}`,
    (text) => text.replaceAll(':', '='),
    (text) => JSON.stringify(text),
    () => '',
    () => '[]',
  ),
);

/** One to three damages in a row, as a text to bytes: now and then the bytes are hurt as well. */
export const damage: fc.Arbitrary<(text: string) => Buffer> = fc
  .tuple(
    fc.array(oneDamage, { minLength: 1, maxLength: 3 }),
    fc.option(fc.tuple(at, fc.integer({ min: 0, max: 255 })), { freq: 10 }),
  )
  .map(([damages, byte]) => (text) => {
    const bytes = Buffer.from(damages.reduce((spoiled, next) => next(spoiled), text));
    if (byte !== null && bytes.length > 0) bytes[Math.floor(byte[0] * bytes.length)] = byte[1];
    return bytes;
  });
