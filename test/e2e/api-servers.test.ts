import { afterAll, beforeAll, expect, test } from 'vitest';
import type { Document } from 'yaml';

import { scopeOf } from '../../lib/manifests/kind-scope.js';
import { defaultedFields, excuse, type DefaultedField } from './defaulted-fields.js';
import { addedFields } from './harness/added-fields.js';
import { describeClaims, saw } from './harness/claims.js';
import { installCrds, upstreamCrds } from './harness/crds.js';
import { changedObjects, deliver, objectVersions } from './harness/deliver.js';
import { earlierNamespaces } from './harness/delivered-fleet.js';
import { startFleet, type Fleet } from './harness/fleet.js';
import { changedByRepetition, deliverAsProject } from './harness/project-delivery.js';
import { timed } from './harness/progress.js';
import {
  clusterNames,
  dist,
  exampleNames,
  manifestsOf,
  synthExample,
  synthVariant,
  type ClusterName,
} from './harness/shipped-fleet.js';
import { readManifests } from './harness/yaml-documents.js';

describeClaims('API servers', () => {
  let fleet: Fleet<ClusterName>;

  beforeAll(async () => {
    fleet = await startFleet(clusterNames, { hasControllers: true });
    await timed('CRDs', () =>
      Promise.all(
        clusterNames.map(async (name) => {
          await installCrds(fleet.clusters[name], upstreamCrds(manifestsOf(name)));
          for (const namespace of earlierNamespaces) {
            await fleet.clusters[name].api.apply(namespace, { manager: 'e2e' });
          }
        }),
      ),
    );
  });
  afterAll(async () => {
    await fleet.stop();
  });

  test('take every object of dist from an account with no more rights than the AppProject grants', async (context) => {
    const { objects, refused } = await deliverAsProject(fleet, dist);
    expect(refused).toEqual([]);
    saw(context, `${objects} objects in ${clusterNames.length} clusters, strictly validated, none refused`);
  });

  test('change nothing when dist is applied again', async (context) => {
    expect(await changedByRepetition(fleet, dist)).toEqual([]);
    const objects = clusterNames.flatMap((name) => manifestsOf(name)).length;
    saw(context, `${objects} generations or versions, none raised`);
  });

  test('fill in no field of dist but those on a short list', async (context) => {
    const unexplained: string[] = [];
    const used = new Set<DefaultedField>();
    for (const name of clusterNames) {
      for (const manifest of manifestsOf(name)) {
        for (const path of addedFields(manifest, await fleet.clusters[name].api.get(manifest))) {
          const reason = excuse(manifest.kind, path);
          if (reason === undefined)
            unexplained.push(`${name}: ${manifest.kind} ${manifest.metadata.name} ${path}`);
          else used.add(reason);
        }
      }
    }
    expect(unexplained).toEqual([]);
    expect(defaultedFields.filter((entry) => !used.has(entry))).toEqual([]);
    saw(
      context,
      `${used.size} fields of ${new Set([...used].map(({ kind }) => kind)).size} kinds, each with its reason`,
    );
  });

  test('fill in no field of what other credentials, monitors and Argo CD add, but those on the same list', async (context) => {
    const cluster = fleet.clusters['in-cluster-local'];
    await installCrds(cluster, upstreamCrds());
    const served = await cluster.api.servedKinds();
    const unexplained = new Set<string>();
    const kinds = new Set<string>();
    for (const example of exampleNames) {
      for (const manifest of readManifests(synthExample(fleet.folder, example))) {
        const { apiVersion, kind } = manifest;
        // an example for an old operator has versions that the newest CRDs lack
        if (apiVersion.includes('/') && !served.has(`${apiVersion}/${kind}`)) continue;
        const isPlaced = scopeOf(manifest) === 'namespaced';
        const namespace = manifest.metadata.namespace ?? 'argocd';
        const metadata = isPlaced ? { ...manifest.metadata, namespace } : manifest.metadata;
        const placed = { ...manifest, metadata };
        await cluster.api.apply(
          { apiVersion: 'v1', kind: 'Namespace', metadata: { name: namespace } },
          { manager: 'e2e' },
        );
        // dist has been applied here, and what stands there has the fields of both
        if ((await cluster.api.get(placed)) !== undefined) continue;
        const live = await cluster.api.apply(placed, { manager: 'e2e', dryRun: true });
        kinds.add(kind);
        for (const path of addedFields(placed, live)) {
          if (excuse(kind, path) === undefined)
            unexplained.add(`${example}: ${kind} ${manifest.metadata.name} ${path}`);
        }
      }
    }
    expect([...unexplained].sort()).toEqual([]);
    for (const kind of ['PushSecret', 'SealedSecret', 'PodMonitor', 'ApplicationSet', 'AppProject'])
      expect([...kinds]).toContain(kind);
    saw(context, `${kinds.size} kinds of ${exampleNames.length} examples: ${[...kinds].sort().join(', ')}`);
  });

  test('have namespaces for the kinds that the AppProject takes for namespaced, and for no other', async (context) => {
    const { api } = fleet.clusters['in-cluster-local'];
    const served = [...(await api.servedKinds('/api')), ...(await api.servedKinds())];
    const wrong = served.flatMap(([name, scope]) => {
      const [group = '', version = '', kind = ''] = name.split('/');
      const ours = scopeOf({ apiVersion: group === '' ? version : `${group}/${version}`, kind });
      // reviews are asked and not kept, so that nobody has a manifest of one
      const isQuestion = kind.endsWith('Review');
      return ours === scope.toLowerCase() || isQuestion ? [] : [`${name} is ${scope}, not ${ours}`];
    });
    expect(served.length).toBeGreaterThan(60);
    expect(wrong).toEqual([]);
    saw(context, `${served.length} kinds, each with the scope that lib/manifests/kind-scope.ts has for it`);
  });

  const links = [
    'nonproduction: Link linkerd-multicluster/internal',
    'production: Link linkerd-multicluster/internal',
  ];

  test('change exactly the Links when their probe becomes aggressive', async (context) => {
    const changed = await changesFor('aggressive', (config) => {
      config.setIn(['topology', 0, 'hubAndSpoke', 'probe'], 'aggressive');
    });
    expect(changed).toEqual(links);
    saw(context, changed.join(', '));
  });

  test('change exactly the Links and the gateway when its port changes', async (context) => {
    const changed = await changesFor('port', (config) => {
      config.setIn(['clusters', 'internal', 'gateway', 'nodePort'], 30144);
    });
    expect(changed).toEqual(['in-cluster-local: Service linkerd-multicluster/linkerd-gateway', ...links]);
    saw(context, changed.join(', '));
  });

  /** Applies a variant of the fleet over dist, names the objects that then changed, and goes back. */
  async function changesFor(variant: string, change: (fleet: Document) => void): Promise<string[]> {
    const folder = synthVariant(fleet.folder, variant, change);
    const changed: string[] = [];
    for (const name of clusterNames) {
      const { api } = fleet.clusters[name];
      const manifests = manifestsOf(name, folder);
      const all = [...manifestsOf(name), ...manifests];
      const before = await objectVersions(api, all);
      expect(await deliver(api, manifests)).toEqual([]);
      const after = await objectVersions(api, all);
      changed.push(...changedObjects(before, after).map((object) => `${name}: ${object}`));
      await deliver(api, manifestsOf(name));
    }
    return changed.sort();
  }
});
