import { mkdirSync, mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { dirname, join } from 'node:path';
import { afterEach, beforeEach, expect } from 'vitest';
import { openOutput, type OutputOptions } from '../../lib/output/output.js';
import { readTree, treePair, type Tree } from './trees.js';

/** A folder of its own for each test; whoever imports this has one. */
export let home: string;
/** The output folder in it, which does not stand yet. */
export let dist: string;
beforeEach(() => {
  home = mkdtempSync(join(tmpdir(), 'linkspan-output-'));
  dist = join(home, 'dist');
});
afterEach(() => {
  rmSync(home, { recursive: true, force: true });
});

/** What a run told. */
export interface Ran {
  readonly codes: readonly string[];
  readonly messages: readonly string[];
  readonly files: readonly number[];
  readonly differences: readonly string[];
}

/** One run: the codes it reported, and files new, changed, removed, unchanged. */
export function run(tree: Tree, options: Partial<OutputOptions> = {}): Ran {
  const opened = openOutput({ outDir: dist, lockWaitMilliseconds: 100, ...options });
  for (const [path, text] of Object.entries(tree)) opened.output?.add(path, text);
  const result = opened.output?.finish();
  const diagnostics = [...opened.diagnostics, ...(result?.diagnostics ?? [])];
  return {
    codes: diagnostics.map((d) => d.code),
    messages: diagnostics.map((d) => JSON.stringify(d)),
    files: result === undefined ? [] : Object.values(result.files),
    differences: result?.differences.map((d) => `${d.path} ${d.is}`) ?? [],
  };
}

/** Writes a file below `home`, as somebody else would. */
export function put(path: string, text: string): void {
  mkdirSync(dirname(join(home, path)), { recursive: true });
  writeFileSync(join(home, path), text);
}

export const { before, after } = treePair(2);

/** Runs what must fail, and shows that nothing changed by it, beside the output neither. */
export function expectRefused(codes: readonly string[], tree: Tree = after): Ran {
  const untouched = readTree(home);
  const ran = run(tree);
  expect(ran.codes).toEqual(codes);
  expect(readTree(home)).toEqual(untouched);
  return ran;
}
