import { execFileSync, spawnSync } from 'node:child_process';
import fc from 'fast-check';
import { load, loadAll } from 'js-yaml';
import { describe, expect, test } from 'vitest';
import { parse, parseAllDocuments } from 'yaml';
import { toYaml, toYamlDocuments } from '../../lib/manifests/serialize.js';
import { jsonValue, trickyText } from '../support/json-values.js';

const hasKubectl = spawnSync('kubectl', ['version', '--client']).status === 0;

/** Text that is equal for equal JSON values, whatever the order of their fields. */
const identity = (value: unknown): string =>
  JSON.stringify(value, (_, part: unknown) =>
    typeof part === 'object' && part !== null && !Array.isArray(part)
      ? Object.entries(part).sort(([a], [b]) => (a < b ? -1 : 1))
      : part,
  );

describe('reads back as the same value', () => {
  test('with YAML 1.2', () => {
    fc.assert(
      fc.property(jsonValue, (value) => {
        expect(identity(parse(toYaml(value), { version: '1.2' }))).toBe(identity(value));
      }),
      { numRuns: 1000 },
    );
  });

  test('with YAML 1.1', () => {
    fc.assert(
      fc.property(jsonValue, (value) => {
        expect(identity(parse(toYaml(value), { version: '1.1', merge: true }))).toBe(identity(value));
      }),
      { numRuns: 1000 },
    );
  });

  test('with js-yaml', () => {
    fc.assert(
      fc.property(jsonValue, (value) => {
        expect(identity(load(toYaml(value)))).toBe(identity(value));
      }),
      { numRuns: 1000 },
    );
  });

  test('as a key', () => {
    fc.assert(
      fc.property(trickyText, (key) => {
        const text = toYaml([{ [key]: { [key]: [key] } }]);
        for (const version of ['1.1', '1.2'] as const) {
          expect(identity(parse(text, { version, merge: true }))).toBe(
            identity([{ [key]: { [key]: [key] } }]),
          );
        }
      }),
      { numRuns: 1000 },
    );
  });

  test.skipIf(!hasKubectl)(
    'with kubectl, that is with the parser of Go (skipped where kubectl is absent)',
    () => {
      const values = fc.sample(jsonValue, 400);
      const object = {
        apiVersion: 'example.com/v1',
        kind: 'Any',
        metadata: { name: 'any' },
        spec: { values },
      };
      const read = execFileSync('kubectl', ['annotate', '--local', '-f', '-', '-o', 'json', 'a=b'], {
        input: toYaml(object),
        encoding: 'utf8',
        maxBuffer: 1e9,
      });
      const { spec } = JSON.parse(read) as typeof object;
      values.forEach((value, i) => {
        expect(identity(spec.values[i])).toBe(identity(value));
      });
    },
  );
});

describe('quotes', () => {
  test.each([
    'yes',
    'Off',
    'n',
    'null',
    '1.10',
    '0755',
    '1:30',
    '2024-01-01',
    '1_000',
    '=',
    '<<',
    '10.0.0.1',
    'a: b',
  ])('%s, which a reader would take for something else', (text) => {
    expect(toYaml({ a: text })).toBe(`a: "${text}"\n`);
  });

  test.each([
    'yesterday',
    'v1.10',
    '3s',
    '64Mi',
    '10.0.0.0/8',
    'a:b',
    'it is',
    '-log-level=info',
    'fd00::1',
    'ä',
  ])('nothing around %s', (text) => {
    expect(toYaml({ a: text })).toBe(`a: ${text}\n`);
  });

  test('and escapes what a reader of the file would not see', () => {
    expect(toYaml('a\u202eb\u0085\ufeff')).toBe('"a\\u202eb\\u0085\\ufeff"\n');
  });

  test('a surrogate without its partner as the replacement character', () => {
    expect(parse(toYaml('a\ud800'))).toBe('a\ufffd');
    expect(parse(toYaml('\udc00\nb'))).toBe('\ufffd\nb');
  });
});

describe('writes', () => {
  test('block style with two blanks a level, empty collections in brackets and lines as they are', () => {
    const value = { a: { b: [{ c: 1, d: [] }, [true, null]], e: {} }, text: 'one\n\n two\n', open: 'x\ny' };
    expect(toYaml(value)).toBe(
      [
        'a:',
        '  b:',
        '    - c: 1',
        '      d: []',
        '    - - true',
        '      - null',
        '  e: {}',
        'text: |',
        '  one',
        '',
        '   two',
        'open: |-',
        '  x',
        '  y',
        '',
      ].join('\n'),
    );
  });

  test('a value that stands in two places twice', () => {
    const shared = { port: 4143 };
    expect(toYaml([shared, shared])).toBe('- port: 4143\n- port: 4143\n');
  });

  test('a frozen field the same each time, in each order of fields', () => {
    const spec = Object.freeze({ b: Object.freeze([1]), a: null });
    for (let i = 0; i < 2; i++) {
      expect(toYaml({ spec, x: { spec } })).toBe(
        'spec:\n  b:\n    - 1\n  a: null\nx:\n  spec:\n    b:\n      - 1\n    a: null\n',
      );
      expect(toYaml({ spec }, 'sorted')).toBe('spec:\n  b:\n    - 1\n');
      expect(toYaml({ spec: Object.freeze({}), list: Object.freeze([]) })).toBe('spec: {}\nlist: []\n');
    }
  });

  test('no undefined field, and null for an undefined item', () => {
    expect(toYaml({ a: undefined, b: [undefined], c: { d: undefined } })).toBe('b:\n  - null\nc: {}\n');
  });

  test('no trailing blanks, tabs or carriage returns outside of literal blocks', () => {
    fc.assert(
      fc.property(jsonValue, (value) => {
        const flat: unknown = JSON.parse(JSON.stringify(value), (_, part: unknown) =>
          typeof part === 'string' ? part.replaceAll('\n', '') : part,
        );
        expect(toYaml(flat)).not.toMatch(/[ \t\r]\n|\t|\r/);
      }),
    );
  });

  test('nothing for what is no JSON value', () => {
    for (const value of [NaN, Infinity, 1n, Symbol('a'), () => 1]) {
      expect(() => toYaml({ a: value })).toThrow('no JSON value');
    }
  });
});

describe('sorted', () => {
  test('puts apiVersion, kind and metadata first, sorts the rest at every depth and drops null fields', () => {
    const object = {
      spec: { b: 1, a: null, apiVersion: 'x', c: [null] },
      data: {},
      metadata: { name: 'x' },
      kind: 'K',
    };
    expect(toYaml({ ...object, apiVersion: 'v1' }, 'sorted')).toBe(
      'apiVersion: v1\nkind: K\nmetadata:\n  name: x\ndata: {}\nspec:\n  apiVersion: x\n  b: 1\n  c:\n    - null\n',
    );
  });

  test('gives the same bytes for any order of the fields', () => {
    const reversed = (value: unknown): unknown =>
      Array.isArray(value)
        ? value.map(reversed)
        : typeof value === 'object' && value !== null
          ? Object.fromEntries(
              Object.entries(value)
                .reverse()
                .map(([k, v]) => [k, reversed(v)]),
            )
          : value;
    fc.assert(
      fc.property(jsonValue, (value) => {
        expect(toYaml(reversed(value), 'sorted')).toBe(toYaml(value, 'sorted'));
      }),
    );
  });

  test('writes what a clean-up beforehand would leave', () => {
    const cleaned = (value: unknown): unknown =>
      Array.isArray(value)
        ? value.map(cleaned)
        : typeof value === 'object' && value !== null
          ? Object.fromEntries(
              Object.entries(value)
                .filter(([, v]) => v !== null)
                .map(([k, v]) => [k, cleaned(v)]),
            )
          : value;
    fc.assert(
      fc.property(jsonValue, (value) => {
        expect(identity(parse(toYaml(value, 'sorted')))).toBe(identity(cleaned(value)));
      }),
    );
  });
});

describe('several documents', () => {
  test('stand behind a header of comment lines, with --- between', () => {
    const one = { apiVersion: 'v1', kind: 'A', metadata: { name: 'a' } };
    expect(toYamlDocuments('made by linkspan\ndo not edit', [one, { ...one, kind: 'B' }])).toBe(
      '# made by linkspan\n# do not edit\n' +
        'apiVersion: v1\nkind: A\nmetadata:\n  name: a\n---\napiVersion: v1\nkind: B\nmetadata:\n  name: a\n',
    );
  });

  test('read back one by one, whatever the header and the values hold', () => {
    fc.assert(
      fc.property(trickyText, fc.array(jsonValue, { minLength: 1, maxLength: 4 }), (header, values) => {
        const objects = values.map((spec) => ({
          apiVersion: 'v1',
          kind: 'A',
          metadata: { name: 'a' },
          spec,
        }));
        const text = toYamlDocuments(header, objects);
        expect(identity(parseAllDocuments(text).map((d) => d.toJS() as unknown))).toBe(identity(objects));
        expect(identity(loadAll(text))).toBe(identity(objects));
      }),
      { numRuns: 300 },
    );
  });
});
