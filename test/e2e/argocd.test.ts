import { readFileSync, rmSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { setTimeout as sleep } from 'node:timers/promises';
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
  let labels: Record<string, string>;

  beforeAll(async () => {
    fleet = await startFleet(clusterNames, { hasControllers: true });
    const hub = fleet.clusters[hubName];
    const narrow = synthVariant(fleet.folder, 'narrow', (config) => {
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
      applications = new Applications(hub.api, namespace, await startArgoCd(fleet, hub, namespace));
    });
    repository = new Repository(join(fleet.folder, 'repository'));
    repository.publish(dist, 'dist');
    const set = delivered.find(({ kind }) => kind === 'ApplicationSet');
    labels = selectedLabels(set);
    for (const name of clusterNames) {
      await registerCluster(hub, fleet.clusters[name], {
        namespace,
        argocdName: name,
        labels,
      });
    }
    for (const object of delivered) await hub.api.apply(here(object), { manager: 'e2e' });
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
      const refused = await applications.sync(name, { isRetried: false });
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

  test('leaves a cluster that loses its label as it is', async (context) => {
    const secret = clusterSecret({ namespace, argocdName: 'nonproduction' });
    const log = join(fleet.folder, 'logs/applicationset-controller.log');
    const before = await objectsOf('nonproduction');
    const [label = ''] = Object.keys(labels).filter((key) => !key.startsWith('argocd.argoproj.io/'));
    await fleet.clusters[hubName].api.merge(secret, { metadata: { labels: { [label]: null } } });
    await until('the ApplicationSet finds one cluster less', () =>
      readFileSync(log, 'utf8').includes('generated 2 applications'),
    );
    await sleep(3000);
    expect([...(await applications.all()).keys()].sort()).toEqual(names);
    expect(await objectsOf('nonproduction')).toEqual(before);
    await fleet.clusters[hubName].api.merge(secret, { metadata: { labels } });
    saw(context, `its Application and ${before.size} objects stay: applicationsSync is create-update`);
  });

  test('prunes what belongs to a removed Link, and nothing else', async (context) => {
    const variant = synthVariant(fleet.folder, 'without-link', (config) => {
      config.setIn(['topology', 0, 'hubAndSpoke', 'spokes'], ['production']);
    });
    const before = new Map(
      await Promise.all(clusterNames.map(async (name) => [name, await objectsOf(name)] as const)),
    );
    repository.publish(variant, 'dist');
    await Promise.all(names.map((name) => applications.sync(name)));
    await Promise.all(names.map((name) => applications.settled(name, withoutOperator)));
    let removed = 0;
    for (const name of clusterNames) {
      const kept = new Set(manifestsOf(name, variant).map(describeObject));
      const expected = new Map([...(before.get(name) ?? [])].filter(([object]) => kept.has(object)));
      expect(await objectsOf(name)).toEqual(expected);
      removed += (before.get(name)?.size ?? 0) - expected.size;
    }
    expect(gone(manifestsOf(hubName), manifestsOf(hubName, variant))).toEqual(removedOnHub);
    expect(gone(manifestsOf('production'), manifestsOf('production', variant))).toEqual([]);
    expect(gone(manifestsOf('nonproduction'), manifestsOf('nonproduction', variant))).toEqual(removedOnSpoke);
    saw(context, `${removed} objects pruned, all others kept with their uid`);
  });

  test('leaves every object in place when the ApplicationSet is deleted', async (context) => {
    const { api } = fleet.clusters[hubName];
    const before = await Promise.all(clusterNames.map(objectsOf));
    for (const set of await api.list('argoproj.io/v1alpha1', 'ApplicationSet', namespace))
      await api.delete(set);
    await applications.count(0);
    await sleep(3000);
    expect(await Promise.all(clusterNames.map(objectsOf))).toEqual(before);
    saw(context, `Applications gone, ${before.reduce((sum, { size }) => sum + size, 0)} objects stay`);
  });

  /** The objects of the committed dist that a cluster has now, with their uid. */
  function objectsOf(name: ClusterName): Promise<Map<string, string>> {
    return liveObjects(fleet.clusters[name].api, manifestsOf(name));
  }
});

/** What leaves the hub with the Link nonproduction → internal: the source's own account there. */
const removedOnHub = ['ClusterRole', 'ClusterRoleBinding', 'Secret', 'ServiceAccount'].map((kind) => {
  const name = `linkerd-service-mirror-remote-access-nonproduction${kind === 'Secret' ? '-token' : ''}`;
  return kind.startsWith('Cluster') ? `${kind} ${name}` : `${kind} linkerd-multicluster/${name}`;
});

/** What leaves the source with it: the Link, its controller with rights, probe and policy, and both credentials. */
const removedOnSpoke = [
  'AuthorizationPolicy linkerd-multicluster/controller-grafana-nonproduction-grafana-alloy',
  'ClusterRoleBinding linkerd-multicluster-controller-access-local-resources-internal',
  'Deployment linkerd-multicluster/controller-internal',
  'ExternalSecret linkerd-multicluster/cluster-credentials-internal-es',
  'ExternalSecret linkerd/cluster-credentials-internal-es',
  'Link linkerd-multicluster/internal',
  'Role linkerd-multicluster/controller-read-remote-creds-internal',
  'RoleBinding linkerd-multicluster/controller-read-remote-creds-internal',
  'Service linkerd-multicluster/probe-internal',
  'ServiceAccount linkerd-multicluster/controller-internal',
];

/** Objects of the first that the second lacks. */
function gone(before: readonly Manifest[], after: readonly Manifest[]): string[] {
  const kept = new Set(after.map(describeObject));
  return before
    .map(describeObject)
    .filter((object) => !kept.has(object))
    .sort();
}

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
