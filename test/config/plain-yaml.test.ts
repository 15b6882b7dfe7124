import fc from 'fast-check';
import { stringify } from 'yaml';
import { describe, expect, it } from 'vitest';
import type { FieldPath } from '../../lib/config/loaded-config.js';
import { yaml12, type YamlDialect } from '../../lib/config/yaml/dialects.js';
import { readPlainYaml } from '../../lib/config/yaml/plain/read-plain.js';
import { readYaml } from '../../lib/config/yaml/read-yaml.js';
import { damage } from '../support/damage.js';
import { workingExample } from '../support/diagnostic-examples.js';

const wholeYaml: YamlDialect = { options: yaml12.options, ignoresTags: yaml12.ignoresTags };

/** Paths of all fields of plain data, and one beside each mapping. */
function pathsOf(data: unknown, path: FieldPath = []): FieldPath[] {
  if (typeof data !== 'object' || data === null) return [path];
  const children = Array.isArray(data)
    ? data.map((item, i): [number, unknown] => [i, item])
    : Object.entries(data);
  return [
    path,
    [...path, 'absent'],
    ...children.flatMap(([step, child]) => pathsOf(child, [...path, step as string])),
  ];
}

/** Both ways of reading end alike; tells whether the plain reader did it. */
function agree(text: string): boolean {
  const quick = readYaml(text, yaml12, 'f');
  const whole = readYaml(text, wholeYaml, 'f');
  const shown = JSON.stringify(text);
  expect(quick.diagnostics, shown).toEqual(whole.diagnostics);
  expect(quick.file?.data, shown).toStrictEqual(whole.file?.data);
  for (const path of pathsOf(quick.file?.data)) {
    const places = [quick, whole].map(({ file }) => [
      ...[undefined, 'key' as const, 'value' as const].map((part) => file?.placeOf(path, part)),
      file?.spellingOf(path) ?? '',
    ]);
    expect(places[0], `${JSON.stringify(path)} in ${shown}`).toEqual(places[1]);
  }
  return quick.file !== undefined && readPlainYaml(text.replace(/^\ufeff/, '')) !== undefined;
}

const word = fc.constantFrom(
  'a',
  'gateway',
  'mesh.example.com/x',
  '1',
  '0x',
  'null',
  'a b',
  'é',
  'x#y',
  'https://x:1/y',
  '-1',
  '2.20',
  '{s}',
  'true',
);
const scalar = fc.oneof(
  word,
  fc.string({ maxLength: 6 }),
  fc.integer({ min: -5, max: 70000 }),
  fc.double({ noNaN: true }),
  fc.boolean(),
  fc.constant(null),
);
const { tree } = fc.letrec((tie) => ({
  tree: fc.oneof(
    { maxDepth: 4 },
    scalar,
    fc.array(tie('tree'), { maxLength: 3 }),
    fc.dictionary(word, tie('tree'), { maxKeys: 4 }),
  ),
}));
const document = fc.dictionary(word, tree, { minKeys: 1, maxKeys: 5 });

describe('the reader of plain YAML', () => {
  it('reads the working fleet, comments and nested lists', () => {
    expect(agree(String(workingExample['fleet.yaml']))).toBe(true);
    expect(
      agree(
        '---\n# c\na: # c\n  - b: 1 # c\n    c: "x # y"\n\n  -  d\n  - [1, {e: 2.5}] # c\n  -\n    f: \'g\'\nh:\n- i\n- # c\n  j: {}\nk:\nl: []',
      ),
    ).toBe(true);
  });

  it.each([
    ['anchors', 'a: &b c\n'],
    ['aliases', 'a: *b\n'],
    ['tags', 'a: !!str b\n'],
    ['block scalars', 'a: |\n  b\n'],
    ['text over lines', 'a: b\n  c\n'],
    ['quoted text over lines', 'a: "b\n  c"\n'],
    ['escapes', 'a: "\\n"\n'],
    ['quotes in quotes', "a: 'b''c'\n"],
    ['keys that stand twice', 'a: 1\na: 2\n'],
    ['odd numbers', 'a: 0644\n'],
    ['second documents', 'a: 1\n---\nb: 1\n'],
    ['tabs', 'a:\t1\n'],
    ['wrong indentation', 'a:\n  b: 1\n c: 1\n'],
    ['nested mappings on a line', 'a: b: c\n'],
    ['deep nesting', `a: ${'['.repeat(70)}${']'.repeat(70)}\n`],
    ['__proto__', '__proto__: 1\n'],
  ])('leaves %s to the whole language', (_name, text) => {
    expect(readPlainYaml(text)).toBeUndefined();
  });

  it('reads nothing otherwise than the whole language does', () => {
    let read = 0;
    const options = fc.record({ indent: fc.constantFrom(2, 4), flow: fc.boolean(), indentSeq: fc.boolean() });
    fc.assert(
      fc.property(document, options, (data, { indent, flow, indentSeq }) => {
        const text = stringify(data, {
          indent,
          indentSeq,
          lineWidth: 0,
          collectionStyle: flow ? 'flow' : 'any',
          aliasDuplicateObjects: false,
        });
        if (agree(text)) read += 1;
      }),
      { numRuns: 1500, seed: 20260819 },
    );
    expect(read).toBeGreaterThan(50);
  });

  it('reads nothing otherwise in damaged text', () => {
    const texts = [
      String(workingExample['fleet.yaml']),
      'a:\n  - b: 1\n    c: { d: x, e: [1, 2] }\n  - "f"\ng: h # i\nj:\n- k\n',
      'a: {b: c, "d":e, f: [g, {h: i}]}\nj: k:l\nm: n #o\np: q#r\n',
    ];
    let read = 0;
    fc.assert(
      fc.property(fc.constantFrom(...texts), damage, (text, spoil) => {
        if (agree(spoil(text).toString('utf8'))) read += 1;
      }),
      { numRuns: 3000, seed: 20260819 },
    );
    expect(read).toBeGreaterThan(150);
  });
});
