import { cpSync, mkdirSync, rmSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { afterAll, beforeAll, expect, test } from 'vitest';

import type { Manifest } from '../../lib/manifests/manifest.js';
import { Applications, type ResourceVerdict } from './harness/applications.js';
import { clusterSecret, registerCluster, startArgoCd } from './harness/argocd.js';
import { describeClaims, saw } from './harness/claims.js';
import { installCrds, upstreamCrds } from './harness/crds.js';
import { earlierNamespaces } from './harness/delivered-fleet.js';
import { describeObject, liveObjects } from './harness/deliver.js';
import { startFleet, type Fleet } from './harness/fleet.js';
import { timed } from './harness/progress.js';
import { at, isRecord, textAt } from './harness/record.js';
import { Repository } from './harness/repository.js';
import { clusterNames, dist, manifestsOf, synthVariant, type ClusterName } from './harness/shipped-fleet.js';
import { until } from './harness/wait.js';
import { readManifests } from './harness/yaml-documents.js';

const hubName = 'in-cluster-local';

/** Kinds whose operators do not run here: Argo CD would wait for them for ever, so only their sync counts. */
const withoutOperator = ['ExternalSecret', 'PushSecret', 'SealedSecret'];

describeClaims('Argo CD', () => {
  let fleet: Fleet<ClusterName>;
  let applications: Applications;
  let repository: Repository;
  let namespace: string;
  let names: readonly string[];
  let narrow: string;

  beforeAll(async () => {
    fleet = await startFleet(clusterNames, { hasControllers: true });
    const hub = fleet.clusters[hubName];
    narrow = synthVariant(fleet.folder, 'narrow', (config) => {
      config.setIn(['argocd', 'createProject'], true);
    });
    const delivered = readManifests(join(narrow, 'argocd'));
    const project = delivered.find(({ kind }) => kind === 'AppProject');
    namespace = project?.metadata.namespace ?? '';
    await timed('CRDs and Argo CD', async () => {
      await Promise.all(
        clusterNames.map(async (name) => {
          const cluster = fleet.clusters[name];
          const here = name === hubName ? delivered : [];
          await installCrds(cluster, upstreamCrds([...manifestsOf(name), ...here]));
          for (const earlier of earlierNamespaces) await cluster.api.apply(earlier, { manager: 'e2e' });
        }),
      );
      await startArgoCd(fleet, hub, namespace);
    });
    repository = new Repository(join(fleet.folder, 'repository'));
    repository.publish(dist, 'dist');
    const set = delivered.find(({ kind }) => kind === 'ApplicationSet');
    for (const name of clusterNames) {
      await registerCluster(hub, fleet.clusters[name], {
        namespace,
        argocdName: name,
        labels: selectedLabels(set),
      });
    }
    for (const object of delivered) await hub.api.apply(here(object), { manager: 'e2e' });
    applications = new Applications(hub.api, namespace);
  });
  afterAll(async () => {
    await fleet.stop();
  });

  /** What goes to Argo CD's namespace, with the local repository in place of the public one. */
  function here(object: Manifest): Manifest {
    const text = JSON.stringify({ ...object, metadata: { ...object.metadata, namespace } });
    const url =
      textAt(object, 'spec', 'template', 'spec', 'source', 'repoURL') ||
      String(at(object, 'spec', 'sourceRepos', 0));
    return JSON.parse(text.replaceAll(url, repository.url)) as Manifest;
  }

  /** Syncs all Applications at once. */
  function syncAll(): Promise<Manifest[]> {
    return Promise.all(names.map((name) => applications.sync(name)));
  }

  function settleAll(): Promise<ResourceVerdict[][]> {
    return Promise.all(names.map((name) => applications.settled(name, withoutOperator)));
  }

  /** The Application of a cluster. */
  function nameFor(cluster: ClusterName): string {
    return names.find((name) => name.includes(cluster) && !name.includes(`non${cluster}`)) ?? '';
  }

  test('makes an Application of each registered cluster, and syncs all of dist', async (context) => {
    names = [...(await applications.count(clusterNames.length)).keys()].sort();
    const operations = await timed('synced', syncAll);
    expect(operations.map((it) => textAt(it, 'status', 'operationState', 'phase'))).toEqual(
      names.map(() => 'Succeeded'),
    );
    const retries = operations.filter(
      (it) => at(it, 'status', 'operationState', 'retryCount') !== undefined,
    ).length;
    const resources = (await settleAll()).flat();
    const waiting = [
      ...new Set(resources.filter(({ health }) => !['', 'Healthy'].includes(health)).map(({ kind }) => kind)),
    ];
    saw(
      context,
      `${names.length} Applications, ${resources.length} objects Synced (${retries} retried); Healthy but ${waiting.join(', ') || 'none'}`,
    );
  });

  test('stays Synced over a hard refresh, with nothing ignored', async (context) => {
    for (const name of names) {
      const application = await applications.refresh(name);
      expect(at(application, 'spec', 'ignoreDifferences')).toBeUndefined();
      expect(textAt(application, 'status', 'sync', 'status'), await applications.verdict(name)).toBe(
        'Synced',
      );
      expect(at(application, 'status', 'conditions') ?? []).toEqual([]);
    }
    saw(context, `${names.length} Applications, no ignoreDifferences, no conditions`);
  });

  test('is refused by the narrow AppProject what dist does not hold', async (context) => {
    const name = nameFor('production');
    const planted = [
      {
        apiVersion: 'networking.k8s.io/v1',
        kind: 'NetworkPolicy',
        metadata: { name: 'planted', namespace: 'linkerd-multicluster' },
        spec: { podSelector: {} },
      },
      { apiVersion: 'v1', kind: 'ServiceAccount', metadata: { name: 'planted', namespace: 'kube-system' } },
      {
        apiVersion: 'rbac.authorization.k8s.io/v1',
        kind: 'ClusterRole',
        metadata: { name: 'planted' },
        rules: [],
      },
    ];
    const words: string[] = [];
    for (const object of planted) {
      const file = join(repository.folder, 'dist/clusters/production/planted.yaml');
      writeFileSync(file, JSON.stringify(object));
      repository.commit();
      const refused = await applications.sync(name);
      expect(textAt(refused, 'status', 'operationState', 'phase')).not.toBe('Succeeded');
      expect(await fleet.clusters.production.api.get(object)).toBeUndefined();
      words.push(refusalOf(refused));
      rmSync(file);
    }
    repository.commit();
    await applications.sync(name);
    await applications.settled(name, withoutOperator);
    saw(context, words.join('; '));
  });
});

/** The labels by which an ApplicationSet selects clusters. */
function selectedLabels(set: Manifest | undefined): Record<string, string> {
  const labels = at(set, 'spec', 'generators', 0, 'clusters', 'selector', 'matchLabels');
  return Object.fromEntries(
    Object.entries(isRecord(labels) ? labels : {}).map(([key, value]) => [key, String(value)]),
  );
}

/** Why Argo CD did not sync, from its operation and from what it says of single objects. */
function refusalOf(application: Manifest): string {
  const results = at(application, 'status', 'operationState', 'syncResult', 'resources');
  const messages = (Array.isArray(results) ? (results as unknown[]) : []).filter(
    (it) => textAt(it, 'status') === 'SyncFailed',
  );
  return (
    messages.map((it) => textAt(it, 'message')).join(', ') ||
    textAt(application, 'status', 'operationState', 'message')
  );
}
