import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { sharedEnd, type FileText } from '../../lib/manifests/file-text.js';
import type { Manifest } from '../../lib/manifests/manifest.js';
import { toYamlFile } from '../../lib/manifests/serialize.js';
import { sharedPart } from '../../lib/manifests/shared-part.js';
import { FileSink } from '../../lib/files/file-sink.js';
import { suspectDiagnostics } from '../../lib/pipeline/suspect-files.js';

const base64 = (text: string): string => Buffer.from(text).toString('base64');
const random = 'f83a9b2c1d4x5f6a7b8c9d0e';
const key = `-----BEGIN PRIVATE KEY-----\n${base64('0'.repeat(120)).replace(/.{24}/g, '$&\n')}`;
const vault = 'hvs.CAESIJ1234567890abcdefghij';
const wrapped = base64(`name: ${vault} and some more of it, so that it takes many lines`).replace(
  /.{20}/g,
  '$&\n',
);

/** What may make a secret of its neighbours, or be one, or neither. */
const words = [
  vault,
  random,
  wrapped,
  wrapped.slice(0, 42),
  wrapped.slice(42),
  key,
  key.slice(0, 30),
  key.slice(28),
  base64(vault),
  'Bearer',
  'token',
  'value',
  'VAULT_TOKEN',
  `Bearer\n${random}`,
  `https://user:${random}@proxy`,
  'contexts users clusters',
  'users',
  'linkerd-multicluster-controller',
  'Zusammenfügen-des-Schlüssels',
  '',
];
const names = [
  'a',
  'name',
  'value',
  'token',
  'spec',
  'serviceAccountName',
  random,
  'kubeconfig',
  `"${vault}"`,
];
const scalar = fc.oneof(fc.constantFrom(...words), fc.constantFrom(1, true, 'plain', 'some-name'));

/** Plain data with the words in it, parts of which are shared. */
const data = fc.letrec<{ node: unknown; part: object }>((tie) => ({
  node: fc.oneof({ depthSize: 'small', withCrossShrink: true }, scalar, tie('part')),
  part: fc
    .tuple(
      fc.boolean(),
      fc.oneof(
        fc.array(tie('node'), { maxLength: 6 }),
        fc.dictionary(fc.constantFrom(...names), tie('node'), { maxKeys: 6 }),
      ),
    )
    .map(([isShared, value]) => (isShared ? sharedPart(withLines(sorted(value))) : value)),
})).part;

/** Lines of no secret. */
const lines = {
  b: 'one',
  c: 'some-name-of-something',
  d: 'some-name-of-another-thing',
  e: { f: 'some-other-name', g: 'five', h: 'six', i: 'seven' },
};

/** Most shared parts are longer than what stands at their edges. */
function withLines(value: object): object {
  if (Array.isArray(value)) return value as object;
  return sorted({ ...lines, ...value });
}

function sorted<T>(value: T): T {
  if (typeof value !== 'object' || value === null || Array.isArray(value)) return value;
  return Object.fromEntries(Object.entries(value).sort(([a], [b]) => (a < b ? -1 : 1))) as T;
}

/** What is found in files that come one after the other. */
async function found(name: string, ...files: readonly FileText[]): Promise<readonly unknown[]> {
  const sink = await FileSink.open();
  for (const file of files) sink.add(name, file);
  return suspectDiagnostics((await sink.end()).suspects);
}

const filler = Array.from({ length: 900 }, (_, i) => ({ name: `some-name-${i}`, text: 'of no secret' }));
const body = 'QyFuZ0xpbmU3MzVhYmNkZWZnaGlqa2xtbm9wcXJzdA';
const kubeconfig = 'contexts users clusters';

/** Secrets that no part of the file tells by itself, by what tells them. */
const across: Readonly<Record<string, readonly unknown[]>> = {
  'a name above the part': [{ token: sharedPart({ [random]: 'one', ...lines }) }],
  'a variable above the part': [{ name: 'VAULT_TOKEN', value: sharedPart({ [random]: 'one', ...lines }) }],
  'the header of a key above the part': [
    { a: '-----BEGIN PRIVATE KEY-----', spec: sharedPart({ ...lines, k: body, l: 'eight' }) },
  ],
  'the header of a key above the large part at the end': [
    { a: '-----BEGIN PRIVATE KEY-----', spec: sharedPart({ ...lines, k: body, l: filler }) },
  ],
  'a kubeconfig begun above a part that ends it': [
    { a: kubeconfig, spec: sharedPart({ ...lines, password: 'abc', z: filler }) },
  ],
  'a kubeconfig of which the large part at the end has the rest': [
    { password: 'abc', spec: sharedPart({ ...lines, k: kubeconfig, z: filler }) },
  ],
  'a word within the part': [{ spec: sharedPart({ ...lines, k: vault, z: filler }) }],
  'a word after the part': [{ spec: sharedPart({ ...lines, z: 'eight' }), text: vault }],
  'a name at the end of the part': [{ a: sharedPart({ ...lines, z: 'the bearer' }), [random]: 'one' }],
};

describe('FileSink', () => {
  it.each(Object.entries(across))('reports a secret that is told by %s', async (_, objects) => {
    const manifests = objects as readonly Manifest[];
    expect(await found('a.yaml', toYamlFile('', manifests))).toMatchObject([
      { code: 'SECRET_LEAKED', file: 'a.yaml' },
    ]);
  });

  it('finds the same secrets in and around shared parts as in the whole text', async () => {
    const large = fc.tuple(data, data).map(([a, b]) => sharedPart({ a, filler, z: b }));
    let leaking = 0;
    let cut = 0;
    await fc.assert(
      fc.asyncProperty(
        fc.array(fc.dictionary(fc.constantFrom(...names), data, { maxKeys: 4 }), {
          minLength: 1,
          maxLength: 3,
        }),
        fc.option(large, { freq: 3 }),
        async (objects, end) => {
          const all = end === null ? objects : [...objects, { spec: end }];
          const manifests = all as unknown as readonly Manifest[];
          const file = toYamlFile('head', manifests);
          const whole = await found('a.md', { text: file.text, shared: [] });
          if (whole.length > 0) leaking++;
          if (sharedEnd(file) !== undefined) cut++;
          expect(await found('a.md', file)).toEqual(whole);
          const reversed = toYamlFile('head', [...manifests].reverse());
          expect(await found('a.md', reversed)).toEqual(
            await found('a.md', { text: reversed.text, shared: [] }),
          );
        },
      ),
      { numRuns: 200 },
    );
    // both ways were gone
    expect(leaking).toBeGreaterThan(50);
    expect(cut).toBeGreaterThan(30);
  });
});
