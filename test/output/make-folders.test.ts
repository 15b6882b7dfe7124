import { existsSync, mkdtempSync, statSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { describe, expect, it } from 'vitest';
import { makeFolders } from '../../lib/output/make-folders.js';

describe('makeFolders', () => {
  it('makes what is missing, and leaves what stands', () => {
    const path = join(mkdtempSync(join(tmpdir(), 'linkspan-')), 'a/b/c');
    makeFolders(path);
    makeFolders(path);
    expect(statSync(path).isDirectory()).toBe(true);
  });

  it('reports a file that stands in the way', () => {
    const file = join(mkdtempSync(join(tmpdir(), 'linkspan-')), 'file');
    writeFileSync(file, '');
    expect(() => {
      makeFolders(file);
    }).toThrow('EEXIST');
    expect(() => {
      makeFolders(join(file, 'a/b'));
    }).toThrow('ENOTDIR');
  });

  it.skipIf(!existsSync('/proc/self'))('reports a place that takes no folder', () => {
    expect(() => {
      makeFolders('/proc/a/b');
    }).toThrow('ENOENT');
  });
});
