import fc from 'fast-check';
import { stringify } from 'yaml';
import { describe, expect, it } from 'vitest';
import type { FieldPath } from '../../lib/config/loaded-config.js';
import { helmYaml, yaml12, type YamlDialect } from '../../lib/config/yaml/dialects.js';
import { readPlainYaml } from '../../lib/config/yaml/plain/read-plain.js';
import { readYaml } from '../../lib/config/yaml/read-yaml.js';
import { damage } from '../support/damage.js';
import { workingExample } from '../support/diagnostic-examples.js';

/** The same dialect, by the `yaml` package alone. */
function wholeOf({ options, ignoresTags, read }: YamlDialect): YamlDialect {
  return { options, ignoresTags, ...(read && { read }) };
}

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
function agreeIn(dialect: YamlDialect, text: string): boolean {
  const quick = readYaml(text, dialect, 'f');
  const whole = readYaml(text, wholeOf(dialect), 'f');
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
  return quick.file !== undefined && isPlain(text, dialect);
}

function isPlain(text: string, { plain }: YamlDialect): boolean {
  return plain !== undefined && readPlainYaml(text.replace(/^\ufeff/, ''), plain) !== undefined;
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

/** What people write into a values file. */
const valuesText = `# what only this cluster needs
---
linkerd-multicluster:   # the wrapper
  podLabels: { team: "a \\"b\\"", 'it''s': x, count: -3 }
  podAnnotations:
    example.net/owner: https://x:1/y#z
    config.linkerd.io/skip: '4190,4191'
    flag: --level=debug
  tolerations:
  - key: only
    operator: Exists
  -   effect: NoSchedule # here
      values: [
        a, b,   # two

        {c: d, "e":f},
      ]
  nodeSelector: {
    kubernetes.io/os: linux
  }
  args:
    - -v
    - :x
  empty:
  ca: |
    -----BEGIN-----
      deeper

    end: # kept
  # a comment
  stripped: |-
    a
    b

  folded: >-
    a
    b: c
  # a comment
  more: >
    # d

  enabled: true
  resources:
    requests:
      cpu: 5m
`;

describe.each([
  ['the fleet file', yaml12, 'yes: 1\n'],
  ['values files', helmYaml, 'a: y\nb: on\n'],
])('the reader of plain YAML for %s', (_name, dialect, words) => {
  const agree = (text: string): boolean => agreeIn(dialect, text);

  it('reads what people write', () => {
    expect(agree(String(workingExample['fleet.yaml']))).toBe(true);
    expect(agree(valuesText)).toBe(true);
    expect(agree(words)).toBe(true);
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
    ['folded blocks with blank lines', 'a: >\n  b\n\n  c\n'],
    ['folded blocks with deeper lines', 'a: >\n  b\n    c\n'],
    ['folded blocks with blanks at an end', 'a: >\n  b \n  c\n'],
    ['blocks that keep their end', 'a: |+\n  b\n'],
    ['blocks that name their depth', 'a: |1\n  b\n'],
    ['text over lines', 'a: b\n  c\n'],
    ['quoted text over lines', 'a: "b\n  c"\n'],
    ['rare escapes', 'a: "\\x41"\n'],
    ['keys that stand twice', 'a: 1\na: 2\n'],
    ['odd numbers', 'a: 0644\n'],
    ['fractions that are whole', 'a: 1.0\n'],
    ['second documents', 'a: 1\n---\nb: 1\n'],
    ['tabs', 'a:\t1\n'],
    ['wrong indentation', 'a:\n  b: 1\n c: 1\n'],
    ['brackets that stand too far left', 'a:\n  b: [\n  c ]\n'],
    ['nested mappings on a line', 'a: b: c\n'],
    ['deep nesting', `a: ${'['.repeat(70)}${']'.repeat(70)}\n`],
    ['endless keys', `${'a'.repeat(1100)}: 1\n`],
    ['odd blanks', 'a: b\u00a0\n'],
    ['__proto__', '__proto__: 1\n'],
  ])('leaves %s to the whole language', (_what, text) => {
    expect(isPlain(text, dialect)).toBe(false);
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
      { numRuns: 600, seed: 20260819 },
    );
    expect(read).toBeGreaterThan(20);
  });

  it('reads nothing otherwise in damaged text', () => {
    const texts = [
      String(workingExample['fleet.yaml']),
      'a:\n  - b: 1\n    c: { d: x, e: [1, 2] }\n  - "f"\ng: h # i\nj:\n- k\n',
      'a: {b: c, "d":e, f: [g, {h: i}]}\nj: k:l\nm: n #o\np: q#r\n',
      valuesText,
      'a:\n  b: |\n    c\n\n     d\n\n  e: "f\\n"\n  g:\n    - |-\n      h\n    - [ i,\n        j ]\n',
    ];
    let read = 0;
    fc.assert(
      fc.property(fc.constantFrom(...texts), damage, (text, spoil) => {
        if (agree(spoil(text).toString('utf8'))) read += 1;
      }),
      { numRuns: 1500, seed: 20260819 },
    );
    expect(read).toBeGreaterThan(60);
  });

  it('reads lines of all kinds in any order as the whole language does', () => {
    const line = fc.tuple(fc.constantFrom('', ' ', '  ', '   ', '    '), fc.constantFrom(...pieces));
    const lines = fc.array(line, { minLength: 1, maxLength: 7 });
    let read = 0;
    fc.assert(
      fc.property(lines, fc.constantFrom('', '\n'), (all, end) => {
        const text = all.map((line) => line.join('')).join('\n') + end;
        if (agree(text)) read += 1;
      }),
      { numRuns: 2000, seed: 20260819 },
    );
    expect(read).toBeGreaterThan(60);
  });
});

/** Lines that mean something else in each other's company. */
const pieces = [
  '',
  '# c',
  'a:',
  'b: 1',
  'c: x y # z',
  '"d": "e\\"f"',
  "'g': 'h''i'",
  '- j',
  '- k: l',
  '-',
  '- - m',
  'n: |',
  'o: |-',
  'uu: >',
  '- >-',
  '- |',
  'p: [q,',
  'r, s]',
  't: {u: v,',
  'w: x}',
  ']',
  '}',
  '---',
  'y:  ',
  '1: on',
  '-1',
  'z: -.5',
  'aa: ~',
  'bb: {cc: }',
  'dd: [,]',
  'ee: [ff: gg]',
  'hh: [ii,]',
  'jj: a:,b',
  'kk: {ll:mm, nn: -}',
  '...oo',
  'pp : qq',
  'rr: ^[a-z:]*$',
  'ss: [a:]',
  'tt: :]',
  '{vv: ww}',
  '{"xx":1,',
];
