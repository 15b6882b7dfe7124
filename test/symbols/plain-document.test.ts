import { readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import fc from 'fast-check';
import { stringify } from 'yaml';
import { describe, expect, it } from 'vitest';
import { chunksOf } from '../../lib/symbols/document-chunks.js';
import type { Step } from '../../lib/symbols/field.js';
import { parseWhole } from '../../lib/symbols/parse-whole.js';
import { readPlainDocument } from '../../lib/symbols/plain-document.js';
import { damage } from '../support/damage.js';
import { describeUpstream, upstream } from '../support/upstream.js';

/** Paths of all fields of plain data, and some that lead nowhere. */
function pathsOf(data: unknown, path: readonly Step[] = []): (readonly Step[])[] {
  if (typeof data !== 'object' || data === null) return [path, [...path, 'absent'], [...path, 0]];
  const children = Array.isArray(data)
    ? data.map((item, i): [Step, unknown] => [i, item])
    : Object.entries(data);
  const nowhere: Step[] = ['absent', '0', 9];
  return [
    path,
    ...nowhere.map((step) => [...path, step]),
    ...children.flatMap(([step, child]) => pathsOf(child, [...path, step])),
  ];
}

/** Both readers read alike; tells whether the plain one did it. */
function agree(text: string, column = 0): boolean {
  const part = { text, line: 7, column };
  const plain = readPlainDocument(part);
  if (plain === undefined) return false;
  const shown = JSON.stringify(text.slice(0, 2000));
  const reported: unknown[] = [];
  const whole = parseWhole(part, 'f', (found) => reported.push(found));
  expect(reported, shown).toEqual([]);
  expect(plain.value, shown).toStrictEqual(whole?.value);
  for (const path of pathsOf(plain.value)) {
    expect(plain.locate(path), `${JSON.stringify(path)} in ${shown}`).toEqual(whole?.locate(path));
  }
  return true;
}

const deployment = `# Source: chart/templates/web.yaml
---
# linkspan: suppress X
apiVersion: apps/v1
kind: Deployment
metadata:
  name: web   # theirs
  labels: { app: web, "tier": 'front' }
  annotations:
    note: |
      one
        two

    pattern: ^[a-z:]([:]*)$
    folded: >-
      one
      two
    empty:
    none: ~
spec:
  template:
    spec:
      containers:
      - name: web
        image: registry:5000/web:1.2
        args: [ "-v", --level=debug,
          -x ]
        ports:
        -   containerPort: 8080
      -
        name: side
        env: []
      - [nested, { a: 1 }]
      -
`;

describe('the reader of plain documents', () => {
  it('reads what people write, at the same places', () => {
    expect(agree(deployment)).toBe(true);
    expect(agree(deployment.slice(deployment.indexOf('---')))).toBe(true);
    // as an item of a List, with a blank for its dash
    expect(agree(deployment.slice(deployment.indexOf('api')).replace(/^/gm, '    '))).toBe(true);
  });

  it.each([
    ['a list', '[1]\n'],
    ['JSON with rare escapes', '{"a": "\\u0041"}\n'],
    ['two mappings', '{} {}\n'],
    ['folded text of several paragraphs', 'a: >-\n  b\n\n  c\n'],
    ['text over lines', 'a: b\n  c\n'],
    ['anchors', 'a: &b c\n'],
    ['merge keys', 'a:\n  <<: {b: c}\n'],
    ['keys that stand twice', 'a: 1\na: 2\n'],
    ['templates', 'a: {{ .Values.a }}\n'],
    ['control characters', 'a: \u0001\n'],
    ['nothing but comments', '# a\n'],
  ])('leaves %s to the parser', (_what, text) => {
    expect(readPlainDocument({ text, line: 0, column: 0 })).toBeUndefined();
  });

  it('reads JSON of any form, wherever it begins', () => {
    const object = { kind: 'Service', spec: { ports: [{ port: 80 }, {}], 'a b': null, empty: [] }, 1: true };
    for (const indent of [0, 2]) {
      const text = JSON.stringify(object, null, indent);
      for (const written of [text, `${text}\n`, `\n  ${text}\n\n# end\n`]) expect(agree(written)).toBe(true);
      expect(agree(text, 11)).toBe(true);
    }
  });

  it('reads nothing otherwise in damaged text', () => {
    let read = 0;
    const json = JSON.stringify({ a: [{ b: 'c', d: -1.5 }, 'e\n'], f: { g: {} } }, null, 2);
    const list = 'apiVersion: v1\nkind: List\nitems:\n- a: 1\n  b: {c: [d]}\n-\n  - e\n';
    fc.assert(
      fc.property(fc.constantFrom(deployment, list, json), damage, (text, spoil) => {
        if (agree(spoil(text).toString('utf8'))) read += 1;
      }),
      { numRuns: 1500, seed: 20261121 },
    );
    expect(read).toBeGreaterThan(60);
  });

  it('reads nothing otherwise of any tree', () => {
    const scalar = fc.oneof(
      fc.constantFrom('a:]b', 'x:{', ':y', 'a, b', 'é: ü', '- z', '#1', 'on', '0x1', '1e3', '2026-11-21'),
      fc.string({ maxLength: 5 }),
      fc.integer(),
      fc.boolean(),
      fc.constant(null),
    );
    const { tree } = fc.letrec((tie) => ({
      tree: fc.oneof(
        { maxDepth: 4 },
        scalar,
        fc.array(tie('tree'), { maxLength: 3 }),
        fc.dictionary(fc.constantFrom('a', 'b/c', '1', 'd e'), tie('tree'), { maxKeys: 3 }),
      ),
    }));
    const root = fc.dictionary(fc.constantFrom('kind', 'spec', '2'), tree, { minKeys: 1 });
    let read = 0;
    fc.assert(
      fc.property(root, fc.boolean(), (data, indentSeq) => {
        if (agree(stringify(data, { indentSeq, lineWidth: 0, aliasDuplicateObjects: false }))) read += 1;
      }),
      { numRuns: 800, seed: 20261121 },
    );
    expect(read).toBeGreaterThan(200);
  });
});

describeUpstream('the reader of plain documents', () => {
  it('reads nearly all of what charts and commands print, as the parser does', () => {
    const folder = upstream('linkerd2');
    const files = readdirSync(folder, { recursive: true, encoding: 'utf8' }).filter((name) =>
      /\.ya?ml$/.test(name),
    );
    const chunks = files.flatMap((name) => [...chunksOf(readFileSync(join(folder, name), 'utf8'))]);
    const written = chunks.filter((chunk) => /^\w/m.test(chunk));
    const read = written.filter((chunk) => agree(chunk)).length;
    process.stdout.write(`${read} of ${written.length} documents of upstream are plain\n`);
    expect(read / written.length).toBeGreaterThan(0.8);
  }, 120_000);
});
