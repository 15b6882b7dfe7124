import fc from 'fast-check';
import { expect, test } from 'vitest';
import { PathRegister } from '../../lib/output/path-register.js';

const part = fc.constantFrom('a', 'A', 'b', 'é', 'e\u0301', 'c.yaml');
const path = fc.array(part, { minLength: 1, maxLength: 3 }).map((parts) => parts.join('/'));

const fold = (text: string): string => text.normalize('NFC').toLowerCase();

/** The folders on the way to a path. */
function foldersOf(path: string): string[] {
  const parts = path.split('/');
  return parts.slice(1).map((_, i) => parts.slice(0, i + 1).join('/'));
}

/** Whether some file system cannot hold both. */
function collide(one: string, two: string): boolean {
  const [a, b] = [fold(one), fold(two)];
  if (a === b || a.startsWith(`${b}/`) || b.startsWith(`${a}/`)) return true;
  const folders = foldersOf(two);
  return foldersOf(one).some((folder) =>
    folders.some((each) => each !== folder && fold(each) === fold(folder)),
  );
}

test('takes in what no path before stands in the way of', () => {
  fc.assert(
    fc.property(fc.array(path, { maxLength: 12 }), (paths) => {
      const register = new PathRegister();
      const accepted: string[] = [];
      for (const each of paths) {
        const refused = register.accept(each);
        expect(refused !== undefined).toBe(accepted.some((other) => collide(each, other)));
        if (refused === undefined) accepted.push(each);
      }
      expect([...register.accepted()]).toEqual(accepted);
    }),
  );
});

test('tells apart many names of one folder as well', () => {
  const register = new PathRegister();
  const paths = Array.from({ length: 100 }, (_, i) => `clusters/east-${i}/a.yaml`);
  for (const each of paths) expect(register.accept(each)).toBeUndefined();
  expect(register.accept('clusters/East-7/b.yaml')?.message).toContain('clusters/east-7/');
  expect(register.accept('clusters/east-7')?.message).toContain('clusters/east-7/');
  expect([...register.accepted()]).toEqual(paths);
});

test.each([
  ['clusters/east/a.yaml', 'clusters/east/a.yaml', 'another clusters/east/a.yaml'],
  ['clusters/east/a.yaml', 'clusters/east/A.yaml', 'clusters/east/a.yaml'],
  ['clusters/east/a.yaml', 'Clusters/east/b.yaml', 'clusters/east/'],
  ['clusters/east/a.yaml', 'clusters/east', 'clusters/east/'],
  ['clusters/east', 'clusters/east/more/a.yaml', 'clusters/east'],
])('names %s where %s cannot be', (first, second, named) => {
  const register = new PathRegister();
  register.accept(first);
  expect(register.accept(second)?.message).toBe(`${second} and ${named} cannot both be written`);
});
