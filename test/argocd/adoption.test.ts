import { readFileSync } from 'node:fs';
import { expect, test } from 'vitest';
import { parseAllDocuments } from 'yaml';
import type { Manifest } from '../../lib/manifests/manifest.js';
import { compiled, label } from '../support/compiled.js';
import { describeUpstream, upstream } from '../support/upstream.js';

/** Cluster of the fleet, and the folder of its manifests today. */
const clusters = { internal: 'in-cluster-local', production: 'production', nonproduction: 'nonproduction' };

function today(folder: string): Manifest[] {
  const text = readFileSync(upstream(`../first-user/manifests/${folder}/linkerd-multicluster.yaml`), 'utf8');
  return parseAllDocuments(text)
    .map((document) => document.toJS() as Manifest | null)
    .filter((object) => object !== null);
}

/** Kinds with what differs: a path, `new`, or `gone`. */
function differences(before: readonly Manifest[], after: readonly Manifest[]): string[] {
  const ours = new Map(after.map((object) => [label(object), object]));
  const theirs = new Set(before.map(label));
  return [
    ...before.flatMap((object) => {
      const own = ours.get(label(object));
      const hook = object.metadata.annotations?.['helm.sh/hook'] === undefined ? '' : 'hook, ';
      return own === undefined
        ? [`${object.kind} ${hook}gone`]
        : paths(object, own).map((path) => `${object.kind} ${path}`);
    }),
    ...after.filter((object) => !theirs.has(label(object))).map(({ kind }) => `${kind} new`),
  ];
}

function paths(a: unknown, b: unknown, path = ''): string[] {
  const isMapping = (value: unknown): value is Record<string, unknown> =>
    typeof value === 'object' && value !== null;
  if (!isMapping(a) || !isMapping(b))
    return a === b ? [] : [path.endsWith('.description') ? '*.description' : path];
  return [...new Set([...Object.keys(a), ...Object.keys(b)])].flatMap((key) =>
    paths(a[key], b[key], path === '' ? key : `${path}.${key}`),
  );
}

describeUpstream('the adoption table of docs/argo-cd.md', () => {
  test('lists every difference for the first user, and no other', async () => {
    const { objects } = await compiled('config');
    const found = Object.entries(clusters).flatMap(([cluster, folder]) =>
      differences(today(folder), objects[cluster] ?? []),
    );
    const section =
      /## What the diff shows[\s\S]*?(?=\n## )/.exec(readFileSync('docs/argo-cd.md', 'utf8'))?.[0] ?? '';
    const rows = [...section.matchAll(/^\| `(\w+)` +\| (.+?) +\| .+\|$/gm)].map(
      ([, kind = '', what = '']) => `${kind} ${what.replaceAll('`', '')}`,
    );
    expect(rows.length).toBeGreaterThan(10);
    expect([...new Set(found)].sort()).toEqual(rows.sort());
  });
});
