import { spawn } from 'node:child_process';
import { cpSync, existsSync, mkdirSync, mkdtempSync, readdirSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { build } from 'esbuild';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { openOutput } from '../../lib/output/output.js';
import { readTree, treePair, type Tree } from './trees.js';

/**
 * A process that writes a tree: `node writer.mjs OUT TREE.json KILL`.
 *
 * With KILL above 0 it kills itself before its KILLth operation that changes the disk; it prints a line when it begins.
 */
const program = `
import fs from 'node:fs';
import { syncBuiltinESMExports } from 'node:module';
const [out, tree, killAt] = process.argv.slice(2);
const files = JSON.parse(fs.readFileSync(tree, 'utf8'));
let operations = 0;
if (killAt !== '0') {
  for (const name of ['writeFileSync', 'mkdirSync', 'renameSync', 'unlinkSync', 'rmdirSync', 'rmSync']) {
    const original = fs[name];
    fs[name] = (...args) => {
      if (++operations === Number(killAt)) process.kill(process.pid, 'SIGKILL');
      return original(...args);
    };
  }
  syncBuiltinESMExports();
}
const { openOutput } = await import('./output.mjs');
fs.writeSync(1, 'begins\\n');
const { output, diagnostics } = openOutput({ outDir: out });
if (output === undefined) throw new Error(JSON.stringify(diagnostics));
for (const [path, text] of Object.entries(files)) output.add(path, text);
const result = output.finish();
if (result.diagnostics.length > 0) throw new Error(JSON.stringify(result.diagnostics));
`;

let home: string;
beforeAll(async () => {
  home = mkdtempSync(join(tmpdir(), 'linkspan-kill-'));
  writeFileSync(join(home, 'writer.mjs'), program);
  await build({
    entryPoints: ['lib/output/output.ts'],
    bundle: true,
    platform: 'node',
    format: 'esm',
    outfile: join(home, 'output.mjs'),
  });
});
afterAll(() => {
  rmSync(home, { recursive: true, force: true });
});

function write(outDir: string, tree: Tree): readonly string[] {
  const { output, diagnostics } = openOutput({ outDir });
  for (const [path, text] of Object.entries(tree)) output?.add(path, text);
  return [...diagnostics, ...(output?.finish().diagnostics ?? [])].map((d) => d.code);
}

/** Runs the process; kills it after `milliseconds` unless it ends or kills itself before. */
function run(
  outDir: string,
  treeFile: string,
  killAt: number,
  milliseconds?: number,
): Promise<{ killed: boolean; took: number }> {
  return new Promise((resolve, reject) => {
    const child = spawn(process.execPath, [join(home, 'writer.mjs'), outDir, treeFile, String(killAt)]);
    let began = 0;
    let words = '';
    child.stdout.on('data', () => {
      began = performance.now();
      if (milliseconds !== undefined) setTimeout(() => child.kill('SIGKILL'), milliseconds);
    });
    child.stderr.on('data', (chunk: Buffer) => (words += chunk.toString()));
    child.on('close', (code, signal) => {
      if (signal === null && code !== 0) reject(new Error(words));
      else resolve({ killed: signal === 'SIGKILL', took: performance.now() - began });
    });
  });
}

interface Case {
  readonly outDir: string;
  readonly treeFile: string;
  readonly old: Tree;
  readonly wanted: Tree;
  readonly after: Tree;
}

function prepare(name: string, clusters: number): Case & { readonly reset: () => void } {
  const folder = join(home, name);
  const { before, after } = treePair(clusters);
  mkdirSync(folder);
  const treeFile = join(folder, 'after.json');
  writeFileSync(treeFile, JSON.stringify(after));
  for (const [which, tree] of Object.entries({ before, after })) {
    const dist = join(folder, which, 'dist');
    expect(write(dist, tree)).toEqual([]);
    // what others keep there
    writeFileSync(join(dist, 'README.md'), 'ours\n');
    writeFileSync(join(dist, 'clusters', 'notes.yaml'), 'also: ours\n');
  }
  const outDir = join(folder, 'run', 'dist');
  return {
    outDir,
    treeFile,
    after,
    old: readTree(join(folder, 'before', 'dist')),
    wanted: readTree(join(folder, 'after', 'dist')),
    reset: () => {
      rmSync(join(folder, 'run'), { recursive: true, force: true });
      mkdirSync(join(folder, 'run'));
      cpSync(join(folder, 'before', 'dist'), outDir, { recursive: true });
    },
  };
}

const same = (a: Tree, b: Tree): boolean => JSON.stringify(a) === JSON.stringify(b);

/** What a kill left, asserting that the next command makes it whole. */
function settle(given: Case): 'old' | 'new' | 'journal' {
  const { outDir, old, wanted, after } = given;
  const left = readTree(outDir);
  const pending = existsSync(join(outDir, '..', '.linkspan', 'dist', 'journal'));
  const checked = openOutput({ outDir, check: true });
  expect(checked.diagnostics.some((d) => d.code === 'OUTPUT_UNFINISHED' && d.severity === 'error')).toBe(
    pending,
  );
  expect(readTree(outDir)).toEqual(left);
  if (!pending) expect([old, wanted]).toContainEqual(left);
  if (pending) {
    // the next command need not even write: opening completes the journal
    openOutput({ outDir }).output?.abort();
    expect(readTree(outDir)).toEqual(wanted);
  }
  expect(write(outDir, after)).toEqual([]);
  expect(readTree(outDir)).toEqual(wanted);
  expect(readdirSync(join(outDir, '..'))).toEqual(['dist']);
  return pending ? 'journal' : same(left, old) ? 'old' : 'new';
}

// each kill starts a process; a busy machine takes seconds for some
describe('a run that is killed', { timeout: 300_000 }, () => {
  it('leaves the old tree, the new one or a journal at whichever operation it dies', async () => {
    const given = prepare('each', 1);
    const ends = { old: 0, new: 0, journal: 0 };
    for (let operation = 1; ; operation++) {
      given.reset();
      const { killed } = await run(given.outDir, given.treeFile, operation);
      const end = settle(given);
      if (!killed) break;
      ends[end]++;
    }
    expect(ends.old).toBeGreaterThan(10);
    expect(ends.journal).toBeGreaterThan(10);
    expect(ends.new).toBeGreaterThan(2);
  });

  it('leaves the old tree, the new one or a journal whenever it dies', async () => {
    const given = prepare('random', 8);
    given.reset();
    const { took } = await run(given.outDir, given.treeFile, 0);
    const ends = { old: 0, new: 0, journal: 0 };
    for (let turn = 0; turn < 50; turn++) {
      given.reset();
      await run(given.outDir, given.treeFile, 0, (turn / 50) * took);
      ends[settle(given)]++;
    }
    console.info(`50 kills within ${took.toFixed(0)} ms: ${JSON.stringify(ends)}`);
    expect(ends.old + ends.new + ends.journal).toBe(50);
  });
});
