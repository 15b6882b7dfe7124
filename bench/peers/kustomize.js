import { spawnSync } from 'node:child_process';
import { mkdirSync, readFileSync, readdirSync, rmSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { dump, loadAll } from 'js-yaml';
import { measure } from '../measure.js';

/** Whether there is a `kubectl` to call. */
export function hasKubectl() {
  return spawnSync('kubectl', ['version', '--client']).status === 0;
}

/** Calls of `kubectl kustomize`, one for a cluster's overlay: gives what measures the one of a number below `count`. */
export function kustomizeCalls(fleet, count) {
  const folder = join(fleet.folder, 'kustomize');
  rmSync(folder, { recursive: true, force: true });
  const spoke = join(fleet.dist, 'clusters', `argo-${fleet.names[1]}`);
  const overlays = writeOverlays(folder, spoke, count);
  return (i) => measure('kubectl', ['kustomize', overlays[i], '-o', join(overlays[i], 'out.yaml')]);
}

/**
 * Writes what a Kustomize user would have: the objects of one cluster as a base, and an overlay for each cluster
 * with labels, an annotation and a patch of its own. Gives the overlays' folders.
 */
function writeOverlays(folder, cluster, count) {
  const base = join(folder, 'base');
  mkdirSync(base, { recursive: true });
  const files = readdirSync(cluster).filter((file) => file.endsWith('.yaml'));
  let workload;
  for (const file of files) {
    const objects = loadAll(readFileSync(join(cluster, file), 'utf8'));
    workload ??= objects.find((object) => object.kind === 'Deployment');
    writeFileSync(join(base, file), objects.map((object) => dump(object)).join('---\n'));
  }
  writeFileSync(join(base, 'kustomization.yaml'), dump({ resources: files }));
  return Array.from({ length: count }, (_, i) => {
    const overlay = join(folder, `overlay-${i}`);
    mkdirSync(overlay);
    const { name, namespace } = workload.metadata;
    const patch = { apiVersion: 'apps/v1', kind: 'Deployment', metadata: { name, namespace } };
    const settings = {
      resources: ['../base'],
      labels: [{ pairs: { 'example.net/cluster': `cluster-${i}` } }],
      commonAnnotations: { 'example.net/owner': `owner-${i}` },
      patches: [{ patch: dump({ ...patch, spec: { revisionHistoryLimit: 1 + i } }) }],
    };
    writeFileSync(join(overlay, 'kustomization.yaml'), dump(settings));
    return overlay;
  });
}
