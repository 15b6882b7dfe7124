import { readFileSync } from 'node:fs';
import { expect, test } from 'vitest';
import { parse } from 'yaml';
import type { Manifest } from '../../lib/manifests/manifest.js';
import { differences, differingPaths, isHook, manifestsIn, today } from '../support/adoption.js';
import { compiled } from '../support/compiled.js';
import { describeUpstream, upstream } from '../support/upstream.js';

/** Cluster of the fleet, and the name of its manifests today. */
const clusters = { internal: 'in-cluster-local', production: 'production', nonproduction: 'nonproduction' };

/** Kind and difference of each row in a section of the page. */
function rowsOf(title: string): string[] {
  const page = readFileSync('docs/argo-cd.md', 'utf8');
  const section = page.slice(page.indexOf(title)).replace(/\n##[\s\S]*/, '');
  return [...section.matchAll(/^\| `(\w+)` +\| (.+?) +\| .+\|$/gm)].map(
    ([, kind = '', what = '']) => `${kind} ${what.replaceAll('`', '')}`,
  );
}

describeUpstream('docs/argo-cd.md', () => {
  test('lists every difference of what runs for the first user, and no other', async () => {
    const { objects } = await compiled('config');
    const found = Object.entries(clusters).flatMap(([cluster, argocdName]) =>
      differences(today(argocdName), objects[cluster] ?? []).flatMap(({ object, what }) =>
        what.map((each) => `${object.kind} ${isHook(object) ? 'hook, ' : ''}${each}`),
      ),
    );
    const rows = rowsOf('### The objects');
    expect(rows.length).toBeGreaterThan(10);
    expect([...new Set(found)].sort()).toEqual(rows.sort());
  });

  test('lists every difference of the ApplicationSet, and no other', async () => {
    const { files } = await compiled('config');
    const [set] = manifestsIn(
      upstream('../first-user/source/cluster-tools/appSets/linkerd-multicluster.yaml'),
    );
    const ours = parse(files['argocd/applicationset.yaml'] ?? '') as Manifest;
    const found = differingPaths(set, ours).map((path) => `ApplicationSet ${path}`);
    expect(found.sort()).toEqual(rowsOf('### The ApplicationSet').sort());
  });
});
