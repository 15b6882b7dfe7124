import {
  existsSync,
  mkdirSync,
  mkdtempSync,
  readdirSync,
  readFileSync,
  rmSync,
  statSync,
  writeFileSync,
} from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import { openOutput, type OutputOptions, type OutputResult } from '../../lib/output/output.js';

let home: string;
beforeEach(() => {
  home = mkdtempSync(join(tmpdir(), 'linkspan-output-'));
});
afterEach(() => {
  rmSync(home, { recursive: true, force: true });
});

function synth(files: Record<string, string>, options: Partial<OutputOptions> = {}): OutputResult {
  const { output, diagnostics } = openOutput({
    outDir: join(home, 'dist'),
    lockWaitMilliseconds: 200,
    ...options,
  });
  if (output === undefined) throw new Error(JSON.stringify(diagnostics));
  for (const [path, text] of Object.entries(files)) output.add(path, text);
  const result = output.finish();
  return { ...result, diagnostics: [...diagnostics, ...result.diagnostics] };
}

describe('an output folder', () => {
  it('is made with all files', () => {
    const r = synth({ 'clusters/a/x.yaml': 'x', 'clusters/b/x.yaml': 'y', 'argocd/s.yaml': 'z' });
    expect(r).toMatchObject({ diagnostics: [], files: { new: 4, changed: 0, removed: 0, unchanged: 0 } });
    expect(readdirSync(home)).toEqual(['dist']);
    expect(readFileSync(join(home, 'dist/clusters/a/x.yaml'), 'utf8')).toBe('x');
    const r2 = synth({ 'clusters/a/x.yaml': 'x2', 'clusters/c/y/x.yaml': 'y', 'argocd/s.yaml': 'z' });
    expect(r2).toMatchObject({ diagnostics: [], files: { new: 1, changed: 2, removed: 1, unchanged: 1 } });
    expect(existsSync(join(home, 'dist/clusters/b'))).toBe(false);
    expect(readdirSync(home)).toEqual(['dist']);
    console.log(readFileSync(join(home, 'dist/index.yaml'), 'utf8'));
    const r3 = synth(
      { 'clusters/a/x.yaml': 'x2', 'clusters/c/y/x.yaml': 'y', 'argocd/s.yaml': 'z' },
      { check: true },
    );
    expect(r3).toMatchObject({ diagnostics: [], files: { new: 0, changed: 0, removed: 0, unchanged: 4 } });
    void mkdirSync;
    void statSync;
    void writeFileSync;
  });
});
