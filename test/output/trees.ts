import { readdirSync, readFileSync, statSync } from 'node:fs';
import { join } from 'node:path';

/** A tree of files by path, as `add` takes them. */
export type Tree = Readonly<Record<string, string>>;

/** Every file below a folder with its text, folders that are empty marked by a trailing slash. */
export function readTree(folder: string): Tree {
  const found: Record<string, string> = {};
  const walk = (below: string): void => {
    const names = readdirSync(join(folder, below)).sort();
    if (names.length === 0 && below !== '') found[`${below}/`] = '';
    for (const name of names) {
      const path = below === '' ? name : `${below}/${name}`;
      if (statSync(join(folder, path)).isDirectory()) walk(path);
      else found[path] = readFileSync(join(folder, path), 'utf8');
    }
  };
  walk('');
  return found;
}

/**
 * Two versions of an output: some clusters stay, one changes, one goes and one comes.
 *
 * `clusters` is how many of each.
 */
export function treePair(clusters: number): { readonly before: Tree; readonly after: Tree } {
  const before: Record<string, string> = { 'argocd/applicationset.yaml': 'set: 1\n' };
  const after: Record<string, string> = { 'argocd/applicationset.yaml': 'set: 2\n' };
  for (let i = 0; i < clusters; i++) {
    for (const file of ['namespace', 'gateway', 'link-hub']) {
      before[`clusters/stays-${i}/${file}.yaml`] = after[`clusters/stays-${i}/${file}.yaml`] = `same: ${i}\n`;
      before[`clusters/changes-${i}/${file}.yaml`] = `value: ${i}\n`;
      after[`clusters/changes-${i}/${file}.yaml`] = `value: ${i}, but another one\n`;
      before[`clusters/goes-${i}/${file}.yaml`] = `old: ${i}\n`;
      after[`clusters/comes-${i}/${file}.yaml`] = `new: ${i}\n`;
    }
    before[`clusters/changes-${i}/dropped.yaml`] = `dropped: ${i}\n`;
    after[`clusters/changes-${i}/added.yaml`] = `added: ${i}\n`;
  }
  return { before, after };
}
