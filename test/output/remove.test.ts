import { existsSync, mkdirSync, readdirSync, symlinkSync } from 'node:fs';
import { join } from 'node:path';
import { expect, test } from 'vitest';
import { remove } from '../../lib/output/remove.js';
import { folderWith } from '../support/config-folder.js';

test.each(['file', 'empty', 'full', 'missing', 'missing/below', 'link', 'broken'])(
  'removes %s, and nothing else',
  (name) => {
    const folder = folderWith({ file: '', 'full/deep/file': '', 'other/file': '' });
    mkdirSync(join(folder, 'empty'));
    symlinkSync('other', join(folder, 'link'));
    symlinkSync('nowhere', join(folder, 'broken'));
    const before = readdirSync(folder);
    remove(join(folder, name));
    expect(readdirSync(folder)).toEqual(before.filter((each) => each !== name));
    expect(existsSync(join(folder, 'other/file'))).toBe(true);
  },
);

test('says why it cannot', () => {
  const folder = folderWith({ file: '' });
  expect(() => {
    remove(join(folder, 'file/below'));
  }).toThrow(/ENOTDIR/);
});
