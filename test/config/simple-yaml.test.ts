import fc from 'fast-check';
import { readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { parse } from 'yaml';
import { describe, expect, test } from 'vitest';
import { readSimpleYaml } from '../../lib/config/yaml/simple-yaml.js';
import { readValues } from '../../lib/helm/read-values.js';

/** Pieces that a text of YAML is made of, plain and odd ones, put together in any order. */
const piece = fc.constantFrom(
  ...[
    'a',
    'b',
    'key',
    'name',
    'true',
    'yes',
    'on',
    'null',
    '~',
    '0',
    '7',
    '30143',
    '0644',
    '1e3',
    '0x1f',
    '1_000',
  ],
  ...[
    '100Mi',
    '5m',
    '2.20',
    '26.8.2',
    'edge-26.8.2',
    '2026-01-01',
    '12:30',
    'https://a.b/c',
    'a:b',
    'x#y',
    ' #c',
    '#c',
  ],
  ...[
    ': ',
    ':',
    '- ',
    '-',
    '\n',
    '\n  ',
    '\n    ',
    '\n- ',
    '\n  - ',
    ' ',
    '{',
    '}',
    '[',
    ']',
    ', ',
    ',',
    '{ ',
    ' }',
  ],
  ...[
    '"',
    "'",
    '"a b"',
    "'c: d'",
    "''",
    '""',
    '\\',
    '|',
    '>',
    '&a ',
    '*a',
    '!!str ',
    '<<: ',
    '---\n',
    '...\n',
    '\t',
    '\r',
  ],
  ...['\u00e9', '\u0085', '\u2028', '__proto__', '.inf', '=', '?', '? ', '%', '@', '`'],
);
const anyText = fc.array(piece, { maxLength: 14 }).map((pieces) => pieces.join(''));
/** A text that is mostly well-formed: keys, values and items on lines of their own. */
const line = fc
  .tuple(
    fc.nat(3),
    fc.constantFrom('', '- '),
    fc.constantFrom('a: ', 'b: ', 'key:', 'c:', ''),
    fc.array(piece, { maxLength: 3 }),
  )
  .map(([depth, dash, name, rest]) => `${'  '.repeat(depth)}${dash}${name}${rest.join('')}`);
const likelyText = fc.array(line, { minLength: 1, maxLength: 6 }).map((lines) => lines.join('\n'));

function expectTheSame(text: string): void {
  const simple = readSimpleYaml(text);
  if (simple === undefined) return;
  expect(parse(text, { version: '1.2' })).toEqual(simple);
  expect(parse(text, { version: '1.1' })).toEqual(simple);
  if (typeof simple !== 'object' || Array.isArray(simple)) return;
  expect(readValues(text)).toMatchObject({ values: simple, diagnostics: [] });
}

describe('what the reader of simple YAML takes', () => {
  test.each([anyText, likelyText])('is read alike by YAML 1.1, YAML 1.2 and Helm', (texts) => {
    fc.assert(fc.property(texts, expectTheSame), { numRuns: 3000 });
  });

  test('is enough for the shipped configuration', () => {
    for (const name of readdirSync('config').filter((file) => file.endsWith('.yaml'))) {
      const text = readFileSync(join('config', name), 'utf8');
      expect(readSimpleYaml(text), name).toEqual(parse(text));
    }
  });

  test.each([
    'a: 0644',
    'a: yes',
    'y: 1',
    'a: 2.20',
    'a: 1\na: 2',
    'a: &x 1',
    'a: b c',
    'a: |\n  b',
    'a: b\n  c',
    'a:\tb',
    'a: "\\n"',
  ])('leaves %j to the whole parser', (text) => {
    expect(readSimpleYaml(text)).toBeUndefined();
  });
});
