import { readdirSync, rmSync, statSync, unlinkSync, utimesSync } from 'node:fs';
import { join } from 'node:path';
import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { openOutput } from '../../lib/output/output.js';
import { readTree } from './trees.js';
import { after, before, dist, expectRefused, home, put, run } from './workspace.js';

describe('the output folder', () => {
  it('holds what was added and its index, and nothing is left beside it', () => {
    expect(run(before)).toMatchObject({ codes: [], files: [Object.keys(before).length + 1, 0, 0, 0] });
    const { 'index.yaml': index, ...files } = readTree(dist);
    expect(files).toEqual(before);
    expect(index?.match(/^ {2}- .*$/gm)).toEqual(
      Object.keys(before)
        .sort()
        .map((path) => `  - ${path}`),
    );
    expect(readdirSync(home)).toEqual(['dist']);
  });

  it('becomes the next version: what is new comes, what is left over goes, empty folders too', () => {
    run(before);
    expect(run(after)).toMatchObject({ codes: [], files: [8, 8, 8, 6] });
    const { 'index.yaml': index, ...files } = readTree(dist);
    expect(files).toEqual(after);
    expect(index).toContain('  - clusters/comes-1/gateway.yaml\n');
    expect(readdirSync(home)).toEqual(['dist']);
  });

  it('is the same whatever stood before and in whichever order files are added', () => {
    const text = fc.constantFrom('a: 1\n', 'b: 2\n', '');
    const path = fc.constantFrom('a/x.yaml', 'a/y.yaml', 'a/b/x.yaml', 'c/x.yaml', 'x.yaml', 'd/e/f/g.yaml');
    const tree = fc.uniqueArray(fc.tuple(path, text), { selector: ([p]) => p });
    fc.assert(
      fc.property(tree, tree, (one, two) => {
        rmSync(dist, { recursive: true, force: true });
        expect(run(Object.fromEntries(one)).codes).toEqual([]);
        expect(run(Object.fromEntries(two)).codes).toEqual([]);
        const stepwise = readTree(dist);
        rmSync(dist, { recursive: true, force: true });
        expect(run(Object.fromEntries([...two].reverse())).codes).toEqual([]);
        expect(readTree(dist)).toEqual(stepwise);
      }),
      { numRuns: 60 },
    );
  });

  it('keeps the time of files that did not change', () => {
    run(before);
    const file = join(dist, 'clusters/stays-0/gateway.yaml');
    utimesSync(file, 1000, 1000);
    utimesSync(join(dist, 'index.yaml'), 1000, 1000);
    run(before);
    expect(statSync(file).mtimeMs).toBe(1_000_000);
    expect(statSync(join(dist, 'index.yaml')).mtimeMs).toBe(1_000_000);
    run(after);
    expect(statSync(file).mtimeMs).toBe(1_000_000);
  });

  it('takes back a file of ours that was edited or deleted by hand', () => {
    run(before);
    put('dist/clusters/stays-0/gateway.yaml', 'edited\n');
    unlinkSync(join(dist, 'clusters/stays-1/gateway.yaml'));
    expect(run(before)).toMatchObject({ codes: [], files: [1, 1, 0, Object.keys(before).length - 1] });
    expect(readTree(dist)).toMatchObject(before);
  });

  it('lets a folder take the place of a file of ours, and the other way round', () => {
    run({ 'clusters/a': 'file\n', 'clusters/b/x.yaml': 'x\n' });
    expect(run({ 'clusters/a/x.yaml': 'x\n', 'clusters/b/x.yaml': 'x\n' }).codes).toEqual([]);
    expect(readTree(dist)).toMatchObject({ 'clusters/a/x.yaml': 'x\n' });
  });

  it('stays as it is after abort', () => {
    run(before);
    const untouched = readTree(home);
    const { output } = openOutput({ outDir: dist });
    for (const [path, text] of Object.entries(after)) output?.add(path, text);
    output?.abort();
    expect(readTree(home)).toEqual(untouched);
  });

  it('stays as it is when the last word is no', () => {
    run(before);
    const untouched = readTree(home);
    const { output } = openOutput({ outDir: dist });
    for (const [path, text] of Object.entries(after)) output?.add(path, text);
    const no = { code: 'LINK_REMOVED', severity: 'error', message: 'no' } as const;
    expect(output?.finish(() => [no]).diagnostics).toEqual([no]);
    expect(readTree(home)).toEqual(untouched);
  });

  it('shows each file that will change or go as it stood, and no other', () => {
    run(before);
    const shown: Record<string, string> = {};
    run(after, { onPrevious: (path, text) => (shown[path] = text) });
    const expected = Object.entries(before).filter(([path, text]) => after[path] !== text);
    expect(shown).toEqual(Object.fromEntries(expected));
  });
});

describe('files of others', () => {
  it('stay where they are, also in a folder of a cluster that goes', () => {
    run(before);
    const others = {
      'dist/README.md': 'r',
      'dist/clusters/goes-0/notes.yaml': 'n',
      'dist/clusters/mine/x.yaml': 'm',
    };
    for (const [path, text] of Object.entries(others)) put(path, text);
    expect(run(after).codes).toEqual([]);
    expect(readTree(home)).toMatchObject(others);
    expect(readTree(home)).not.toHaveProperty('dist/clusters/goes-0/gateway.yaml');
  });

  it('are never overwritten: reports one in the way, once for each', () => {
    run(before);
    put('dist/clusters/comes-0/gateway.yaml', 'mine\n');
    put('dist/clusters/comes-1/gateway.yaml', 'mine\n');
    expectRefused(['OUTPUT_FOREIGN_FILE', 'OUTPUT_FOREIGN_FILE']);
  });

  it('become ours when they are what we would write', () => {
    put('dist/clusters/stays-0/gateway.yaml', before['clusters/stays-0/gateway.yaml'] ?? '');
    expect(run(before).codes).toEqual([]);
    expect(run({}).files[2]).toBe(Object.keys(before).length);
  });

  it('include an index.yaml that is none of ours', () => {
    put('dist/index.yaml', 'entries:\n  chart: 1\n');
    expectRefused(['OUTPUT_INDEX_INVALID']);
  });
});

describe('check', () => {
  it('writes nothing and lists what differs', () => {
    run(before);
    const untouched = readTree(home);
    const ran = run(
      { ...before, 'argocd/applicationset.yaml': 'set: 3\n', 'clusters/z/x.yaml': 'z' },
      { check: true },
    );
    expect(ran.codes).toEqual(['OUTPUT_STALE']);
    expect(ran.differences).toEqual([
      'argocd/applicationset.yaml changed',
      'clusters/z/x.yaml new',
      'index.yaml changed',
    ]);
    expect(readTree(home)).toEqual(untouched);
  });

  it('reports what synth would remove', () => {
    run(before);
    const { differences } = run({}, { check: true });
    expect(differences).toContain('clusters/goes-0/gateway.yaml removed');
    expect(differences).toHaveLength(Object.keys(before).length + 1);
  });

  it('is content with what synth wrote', () => {
    run(before);
    expect(run(before, { check: true })).toMatchObject({ codes: [], differences: [] });
  });

  it('writes nothing where nothing stands', () => {
    expect(run(before, { check: true }).codes).toEqual(['OUTPUT_STALE']);
    expect(readdirSync(home)).toEqual([]);
  });
});
