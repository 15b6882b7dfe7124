import { chmodSync, mkdirSync, mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterEach, beforeEach, expect, it } from 'vitest';
import { unreadable } from '../../lib/config/read-text-file.js';

let root = '';
beforeEach(() => {
  root = mkdtempSync(join(tmpdir(), 'unreadable-'));
  mkdirSync(join(root, 'config'));
  writeFileSync(join(root, 'config/fleet.yaml'), '');
});
afterEach(() => {
  chmodSync(join(root, 'config'), 0o755);
  rmSync(root, { recursive: true });
});

const fixOf = (path: string) => unreadable(path, 'EACCES').fix?.replaceAll(`${root}/`, '');

it('says how a file and how a folder becomes readable', () => {
  expect(fixOf(join(root, 'config/fleet.yaml'))).toContain('`chmod u+r config/fleet.yaml`');
  expect(fixOf(join(root, 'config'))).toContain('`chmod u+rx config`');
});

it.skipIf(process.getuid?.() === 0)('names the folder that hides the file', () => {
  chmodSync(join(root, 'config'), 0o000);
  expect(fixOf(join(root, 'config/fleet.yaml'))).toContain('`chmod u+rx config`');
});
