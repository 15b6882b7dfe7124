import { cpSync, mkdtempSync, readFileSync, statSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { describe, expect, test } from 'vitest';
import { parse, stringify } from 'yaml';
import { synthFleet } from '../../lib/pipeline/synth-fleet.js';
import { treeOf } from '../support/tree.js';

/** Each fleet of the repository and the output it must give, file by file. */
const cases = [
  { name: 'the shipped fleet', config: 'config', expected: 'dist' },
  { name: 'the monitored pair', config: 'examples/monitored-pair', expected: 'test/golden/monitored-pair' },
  { name: 'spokes with pushed credentials', config: 'examples/pushed-spokes', expected: 'test/golden/pushed-spokes' },
  { name: 'adopted ExternalSecrets', config: 'examples/pulled-adopted', expected: 'test/golden/pulled-adopted' },
  { name: 'a pair with sealed credentials', config: 'examples/sealed-pair', expected: 'test/golden/sealed-pair' },
  { name: 'a credential made by hand', config: 'examples/manual-link', expected: 'test/golden/manual-link' },
];

async function synth(config: string, out: string) {
  const result = await synthFleet({ config, out, check: false, allowRemove: [] });
  expect(result.diagnostics).toEqual([]);
  return result;
}

function temporaryFolder(): string {
  return mkdtempSync(join(tmpdir(), 'linkspan-golden-'));
}

describe.each(cases)('$name', ({ config, expected }) => {
  test('is written byte for byte as committed', async () => {
    const out = join(temporaryFolder(), 'dist');
    await synth(config, out);
    // headers name the file they came from, which is the same path in both
    expect(treeOf(out)).toEqual(treeOf(expected));
  });

  test('stays untouched by a second run', async () => {
    const out = join(temporaryFolder(), 'dist');
    const first = await synth(config, out);
    const files = Object.keys(treeOf(out));
    const times = files.map((file) => statSync(join(out, file)).mtimeMs);
    const second = await synth(config, out);
    expect(second.files).toEqual({ new: 0, changed: 0, removed: 0, unchanged: first.files?.new });
    expect(files.map((file) => statSync(join(out, file)).mtimeMs)).toEqual(times);
  });

  test('does not depend on the order of the input', async () => {
    const folder = temporaryFolder();
    cpSync(config, join(folder, 'config'), { recursive: true });
    const fleetFile = join(folder, 'config/fleet.yaml');
    writeFileSync(fleetFile, stringify(reversed(parse(readFileSync(fleetFile, 'utf8')))));
    const [plain, shuffled] = [join(folder, 'plain'), join(folder, 'shuffled')];
    await synth(config, plain);
    await synth(join(folder, 'config'), shuffled);
    expect(withoutHeaders(treeOf(shuffled))).toEqual(withoutHeaders(treeOf(plain)));
  });
});

/** The same data with the keys of every map in the opposite order, and lists of names too. */
function reversed(value: unknown): unknown {
  if (Array.isArray(value)) return value.map(reversed).reverse();
  if (typeof value !== 'object' || value === null) return value;
  return Object.fromEntries(
    Object.entries(value)
      .map(([key, inner]): [string, unknown] => [key, reversed(inner)])
      .reverse(),
  );
}

function withoutHeaders(tree: Readonly<Record<string, string>>): Record<string, string> {
  return Object.fromEntries(
    Object.entries(tree).map(([path, text]) => [path, text.replace(/^(#.*\n)+/, '')]),
  );
}
