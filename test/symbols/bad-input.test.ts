import { readdirSync, readFileSync } from 'node:fs';
import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { parseAllDocuments, stringify } from 'yaml';
import { check } from '../../lib/checks/check.js';
import type { Diagnostic } from '../../lib/diagnostics/diagnostic.js';
import { symbolsOf, symbolsOfTexts } from '../../lib/symbols/symbols-of.js';
import { ownFleet } from '../support/linker/fleets.js';
import { describeUpstream, upstream } from '../support/upstream.js';
import { growthOf } from '../support/growth.js';

/** Everything the linker says of texts, each a file of its own. */
function say(...texts: string[]): Diagnostic[] {
  const { symbols, diagnostics } = symbolsOfTexts(
    'one',
    texts.map((text, i) => ({ file: `${i}.yaml`, text })),
  );
  return [...diagnostics, ...check({ clusters: [symbols] })];
}

const good =
  'apiVersion: v1\nkind: Service\nmetadata:\n  name: a\n  annotations: { mirror.linkerd.io/exported: "true" }\n';

describe('input that is no manifest', () => {
  const deep = (open: string, close: string, levels: number) =>
    `${open.repeat(levels)}1${close.repeat(levels)}`;
  const bomb = [
    'a: &a [x, x, x, x, x, x, x, x, x]',
    ...'bcdefghij'.split('').map(
      (key, i) =>
        `${key}: &${key} [${Array(9)
          .fill(`*${'abcdefghij'[i] ?? ''}`)
          .join(', ')}]`,
    ),
  ].join('\n');

  it.each([
    ['a bracket that is never closed', 'a: [1\nb: 2\n', 'YAML_SYNTAX', 2],
    ['a tab for indentation', 'a:\n\tb: 1\n', 'YAML_SYNTAX', 2],
    ['a NUL character', 'a: 1\nb: \0\n', 'FILE_NOT_TEXT', 2],
    ['flow nesting without end', deep('[', ']', 20_000), 'YAML_SYNTAX', 1],
    ['block nesting without end', `a: ${'- '.repeat(5_000)}1\n`, 'YAML_SYNTAX', 1],
    ['nesting over 200 levels', deep('[', ']', 300), 'YAML_SYNTAX', 1],
    ['an alias bomb', bomb, 'YAML_SYNTAX', 1],
    ['an anchor within itself', 'a: &a\n  b: *a\n', 'YAML_SYNTAX', 2],
    ['an alias without anchor', 'a: 1\nb: *c\n', 'YAML_SYNTAX', 2],
    ['a key twice', 'a: 1\nb: 2\na: 3\n', 'YAML_DUPLICATE_KEY', 3],
    ['a template', 'a: {{ if }}\n{{- end }}\n', 'FILE_TEMPLATE', 1],
  ])('reports %s with its place, and checks the next document and file', (_, text, code, line) => {
    const found = say(`${text}\n---\n${good}`, good);
    expect(found[0]).toMatchObject({ code, file: '0.yaml', cluster: 'one' });
    expect(found[0]?.line).toBeGreaterThanOrEqual(line);
    expect(found.filter((d) => d.code === 'EXPORT_ANNOTATION').map((d) => d.file)).toEqual(
      text.includes('\0') ? ['1.yaml'] : ['0.yaml', '1.yaml'],
    );
  });

  it.each([
    '',
    '---\n---\n',
    '# only a comment\n',
    '42',
    '"text"',
    '[]',
    'null',
    '{}',
    'kind: Link',
    'apiVersion: 1\nkind: 2\n',
    '%YAML 1.1\n---\n',
  ])('passes over %j', (text) => {
    expect(say(text)).toEqual([]);
  });

  it('takes four times as long for a map of four times 25,000 keys', () => {
    const growth = growthOf((count) => {
      say(Array.from({ length: count }, (_, i) => `k${i}: ${i}`).join('\n'));
    }, 25_000);
    expect(growth).toBeLessThan(8);
  });

  it.each([
    ['kind: Service\nmetadata: { name: a }\n', 'apiVersion'],
    ['apiVersion: v1\nmetadata: { name: a }\n', 'kind'],
    ['apiVersion: v1\nkind: List\nitems: [{ kind: Service, metadata: { name: a } }]\n', 'apiVersion'],
  ])('reports an object that lacks what makes it one: %j', (text, lacking) => {
    expect(say(text)).toMatchObject([
      { code: 'MANIFEST_INCOMPLETE', message: expect.stringContaining(lacking) as string },
    ]);
  });

  it.each([
    'resources: [a.yaml]\nkind: Kustomization\n',
    'apiVersion: v2\nname: chart\nversion: 1.0.0\n',
    'gateway: { enabled: true }\n',
    'groups: [{ name: alerts }]\n',
  ])('passes over files of other tools: %j', (text) => {
    expect(say(text)).toEqual([]);
  });

  it("reads the items of an API server's own list", () => {
    const item = good.split('\n').slice(2).join('\n    ').trimEnd();
    const text = `apiVersion: v1\nkind: ServiceList\nitems:\n  - ${item}\n`;
    expect(say(text).map((d) => d.code)).toEqual(['EXPORT_ANNOTATION']);
  });

  it('unfolds lists within lists no further than three', () => {
    const list = (inner: string) => `{"apiVersion":"v1","kind":"List","items":[${inner}]}`;
    const object =
      '{"apiVersion":"v1","kind":"Service","metadata":{"name":"a","annotations":{"mirror.linkerd.io/exported":"true"}}}';
    expect(say(list(list(object))).map((d) => d.code)).toEqual(['EXPORT_ANNOTATION']);
    expect(() =>
      say(
        Array(150)
          .fill(0)
          .reduce<string>((inner) => list(inner), object),
      ),
    ).not.toThrow();
  });
});

const anything = fc.oneof(
  fc.constantFrom<unknown>(
    null,
    '',
    0,
    -1,
    1.5,
    true,
    [],
    {},
    [null],
    [[]],
    [{}],
    { a: null },
    'x'.repeat(300),
    1e21,
    '\u0000',
    '💥',
  ),
  fc.anything({
    maxDepth: 2,
    withNullPrototype: false,
    // messages quote what is written, and no NaN that they show may be of our own making
    values: [
      fc.boolean(),
      fc.integer(),
      fc.double({ noNaN: true }),
      fc.string(),
      fc.constantFrom(null, undefined),
    ],
  }),
);

/** Puts any value in the place of a part of an object, chosen by `at`. */
function mutated(object: unknown, at: number, value: unknown): unknown {
  const paths: (string | number)[][] = [];
  const visit = (node: unknown, path: (string | number)[]) => {
    paths.push(path);
    if (typeof node !== 'object' || node === null) return;
    for (const [key, child] of Object.entries(node))
      visit(child, [...path, Array.isArray(node) ? Number(key) : key]);
  };
  visit(object, []);
  const path = paths[at % paths.length] ?? [];
  const copy = structuredClone(object) as Record<string, unknown>;
  if (path.length === 0) return value;
  let node: Record<string | number, unknown> = copy;
  for (const step of path.slice(0, -1)) node = node[step] as Record<string | number, unknown>;
  node[path.at(-1) ?? ''] = value;
  return copy;
}

describe('objects with a wrong value anywhere', () => {
  const objects = Object.values(ownFleet().clusters).flat();

  it('never throw', () => {
    fc.assert(
      fc.property(fc.nat(objects.length - 1), fc.nat(), anything, (which, at, value) => {
        const changed = objects.map((object, i) => (i === which ? mutated(object, at, value) : object));
        const maps = changed.filter(
          (each): each is Record<string, unknown> =>
            typeof each === 'object' && each !== null && !Array.isArray(each),
        );
        const found = check({
          clusters: [
            symbolsOf(
              'one',
              maps.map((object) => ({ object })),
            ),
          ],
        });
        for (const d of found) expect(d.message).not.toMatch(/undefined|\[object|NaN/);
      }),
      { numRuns: 1000 },
    );
  });
});

/** Damages a text: cuts it, repeats or removes a piece, or writes something into it. */
function damaged(text: string, kind: number, from: number, length: number, insert: string): string {
  const start = from % (text.length + 1);
  const end = Math.min(text.length, start + length);
  switch (kind) {
    case 0:
      return text.slice(0, start);
    case 1:
      return text.slice(0, start) + text.slice(end);
    case 2:
      return text.slice(0, end) + text.slice(start);
    default:
      return text.slice(0, start) + insert + text.slice(end);
  }
}

const inserts = fc.oneof(
  fc.constantFrom(
    '\t',
    '\0',
    '---\n',
    '...',
    '{{',
    '*a',
    '&a',
    '!!binary ',
    '"',
    "'",
    '\n',
    '\r',
    ': ',
    '- ',
    '[',
    '}',
    '#',
    '|',
    '>',
    '? ',
    '%',
    '@',
    '\ufeff',
    '<<: ',
  ),
  fc.string({ maxLength: 8, unit: 'binary' }),
);

function neverThrows(corpus: readonly string[], runs: number): void {
  fc.assert(
    fc.property(
      fc.nat(corpus.length - 1),
      fc.nat(3),
      fc.nat(100_000),
      fc.nat(200),
      inserts,
      (which, kind, from, length, insert) => {
        const text = damaged(corpus[which] ?? '', kind, from, length, insert);
        for (const d of say(text)) {
          if (d.line !== undefined) expect(d.line).toBeLessThanOrEqual(text.split('\n').length + 1);
        }
      },
    ),
    { numRuns: runs },
  );
}

describe('damaged texts', () => {
  it('never throw, and every place lies in the text', () => {
    const corpus = Object.values(ownFleet().clusters).map((objects) =>
      objects.map((object) => stringify(object)).join('---\n'),
    );
    neverThrows(corpus, 1000);
  });
});

describeUpstream('damaged texts of upstream', () => {
  it('never throw, and every place lies in the text', () => {
    const folder = upstream('linkerd2/edge-26.8.3/derived-renders');
    const corpus = readdirSync(folder)
      .filter((name) => !name.endsWith('.values.yaml'))
      .map((name) => readFileSync(`${folder}/${name}`, 'utf8'));
    neverThrows(corpus, 600);
  });

  it('agree with the yaml library where nothing is damaged', () => {
    const file = upstream('linkerd2/edge-26.8.3/derived-renders/controllers-two-mixed.yaml');
    const text = readFileSync(file, 'utf8');
    const objects = parseAllDocuments(text).flatMap((document) => {
      const object = document.toJS() as Record<string, unknown> | null;
      return object === null ? [] : [{ object }];
    });
    const messages = (found: readonly Diagnostic[]) => found.map((d) => `${d.code} ${d.message}`).sort();
    expect(messages(say(text))).toEqual(messages(check({ clusters: [symbolsOf('one', objects)] })));
  });
});
