import type { RuleCases } from '../../support/linker/cases.js';
import type { TestFleet } from '../../support/linker/fleets.js';
import { service, type TestObject } from '../../support/linker/own-fleet.js';

const mc = 'linkerd-multicluster';
const label = { 'mesh.example.com/linkerd': 'true' };
const repoURL = 'https://git.example.com/platform/mesh';

interface SetChanges {
  readonly annotations?: Record<string, string>;
  readonly options?: readonly string[];
  readonly syncPolicy?: object | undefined;
  readonly ignoreDifferences?: readonly object[];
  readonly server?: string;
  readonly generators?: readonly object[];
}

/** An ApplicationSet of the labelled clusters that delivers the extension, as we would write one. */
function set(changes: SetChanges = {}): TestObject {
  return {
    apiVersion: 'argoproj.io/v1alpha1',
    kind: 'ApplicationSet',
    metadata: { name: 'mesh' },
    spec: {
      generators: changes.generators ?? [{ clusters: { selector: { matchLabels: label } } }],
      goTemplate: true,
      syncPolicy: 'syncPolicy' in changes ? changes.syncPolicy : { applicationsSync: 'create-update' },
      template: {
        metadata: { name: '{{.nameNormalized}}-mesh', annotations: changes.annotations ?? {} },
        spec: {
          project: 'mesh',
          destination: { server: changes.server ?? '{{.server}}', namespace: mc },
          source: { repoURL, path: 'dist/clusters/{{.name}}', targetRevision: 'main' },
          ignoreDifferences: changes.ignoreDifferences ?? [],
          syncPolicy: { syncOptions: changes.options ?? ['ServerSideApply=true'] },
        },
      },
    },
  };
}

/** A cluster as Argo CD knows it. */
const cluster = (name: string, labels: Record<string, string> = label, object = name): TestObject => ({
  apiVersion: 'v1',
  kind: 'Secret',
  metadata: {
    name: `cluster-${object}`,
    namespace: 'argocd',
    labels: { 'argocd.argoproj.io/secret-type': 'cluster', ...labels },
  },
  stringData: { name, server: `https://api.${name}.example.com:6443` },
});

const project = (changes: object = {}): TestObject => ({
  apiVersion: 'argoproj.io/v1alpha1',
  kind: 'AppProject',
  metadata: { name: 'mesh', namespace: 'argocd' },
  spec: {
    sourceRepos: ['https://git.example.com/platform/*'],
    destinations: [{ server: '*', namespace: 'linkerd*' }],
    clusterResourceWhitelist: [{ group: '*', kind: '*' }],
    ...changes,
  },
});

const settings = (name: string, data: Record<string, string>): TestObject => ({
  apiVersion: 'v1',
  kind: 'ConfigMap',
  metadata: { name, namespace: 'argocd' },
  data,
});

const giving =
  (...objects: TestObject[]) =>
  (fleet: TestFleet): void => {
    fleet.argocd.push(...objects);
  };

/** Gives an object of west a wave. */
function inWave(fleet: TestFleet, kind: string, name: string, wave: string, key = 'sync-wave'): void {
  const { metadata } = fleet.find('west', kind, name, mc);
  metadata.annotations = { ...metadata.annotations, [`argocd.argoproj.io/${key}`]: wave };
}

/** An Application of the namespace that the route is in. */
function deliveringShop(): TestObject {
  return {
    apiVersion: 'argoproj.io/v1alpha1',
    kind: 'Application',
    metadata: { name: 'shop' },
    spec: {
      project: 'default',
      destination: { name: 'west', namespace: 'shop' },
      source: { repoURL, path: 'shop', targetRevision: 'main' },
    },
  };
}

const route: TestObject = {
  apiVersion: 'gateway.networking.k8s.io/v1',
  kind: 'HTTPRoute',
  metadata: { name: 'split', namespace: 'shop' },
  spec: {
    parentRefs: [{ group: '', kind: 'Service', name: 'web' }],
    rules: [{ backendRefs: [{ name: 'web-east', port: 80 }] }],
  },
};

const waved = (object: TestObject, wave: string): TestObject => ({
  ...object,
  metadata: { ...object.metadata, annotations: { 'argocd.argoproj.io/sync-wave': wave } },
});

const hook = (annotation: string, value: string): TestObject => ({
  apiVersion: 'batch/v1',
  kind: 'Job',
  metadata: { name: 'after', namespace: mc, annotations: { [annotation]: value } },
  spec: { template: { spec: { containers: [] } } },
});

function withoutNamespace(fleet: TestFleet): void {
  const objects = fleet.clusters.west ?? [];
  const at = objects.findIndex(({ kind, metadata }) => kind === 'Namespace' && metadata.name === mc);
  if (at >= 0) objects.splice(at, 1);
}

const large = (options: Record<string, string> = {}): TestObject => ({
  ...settings('dashboards', { 'mesh.json': 'x'.repeat(270_000) }),
  metadata: { name: 'dashboards', namespace: mc, annotations: options },
});

const trackingByLabel = settings('argocd-cm', { 'application.resourceTrackingMethod': 'label' });

const leaveOut =
  (...keys: string[]) =>
  (fleet: TestFleet): void => {
    for (const each of fleet.clusters.west ?? []) {
      if (each.kind !== 'ExternalSecret') continue;
      for (const key of keys) fleet.set(each, key, undefined);
    }
  };

/** Changes of Argo CD's own objects, and of what it makes of the fleet's. */
export const argocdCases: Record<string, RuleCases> = {
  CLUSTER_UNSELECTED: {
    trips: [
      { when: 'its Secret lacks the label', edit: giving(set(), cluster('west'), cluster('east', {})) },
      {
        when: 'its label has another value',
        edit: giving(set(), cluster('west'), cluster('east', { 'mesh.example.com/linkerd': 'false' })),
      },
      {
        when: 'the generator stands in a matrix',
        edit: giving(
          set({
            generators: [
              {
                matrix: {
                  generators: [
                    { clusters: { selector: { matchLabels: label } } },
                    { clusters: { selector: { matchExpressions: [{ key: 'tier', operator: 'Exists' }] } } },
                  ],
                },
              },
            ],
          }),
          cluster('east', {}),
        ),
      },
    ],
    holds: [
      { when: 'all are labelled', edit: giving(set(), cluster('west'), cluster('east')) },
      {
        when: 'the generator takes all clusters',
        edit: giving(set({ generators: [{ clusters: {} }] }), cluster('east', {})),
      },
      { when: 'the Secret is in no file', edit: giving(set(), cluster('west')) },
      {
        when: 'another generator may name it',
        edit: giving(
          set({
            generators: [{ clusters: { selector: { matchLabels: label } } }, { list: { elements: [] } }],
          }),
          cluster('east', {}),
        ),
      },
    ],
  },
  ARGOCD_CLUSTER_TWICE: {
    trips: [{ when: 'two Secrets have one', edit: giving(cluster('east'), cluster('east', label, 'other')) }],
    holds: [{ when: 'each has its own', edit: giving(cluster('east'), cluster('west')) }],
  },
  ARGOCD_SETTING_UNREAD: {
    trips: [
      {
        when: 'server-side diffs are asked for in argocd-cm',
        edit: giving(settings('argocd-cm', { 'controller.diff.server.side': 'true' })),
      },
      {
        when: 'exclusions stand among the parameters',
        edit: giving(settings('argocd-cmd-params-cm', { 'resource.exclusions': '[]' })),
      },
      {
        when: 'values of the chart have it under cm',
        edit: giving({
          'argo-cd': { configs: { cm: { 'controller.diff.server.side': 'true' } } },
        } as unknown as TestObject),
      },
    ],
    holds: [
      {
        when: 'it stands where it is read',
        edit: giving(
          settings('argocd-cmd-params-cm', {
            'controller.diff.server.side': 'true',
            'application.namespaces': 'a',
          }),
          settings('argocd-cm', { 'resource.exclusions': '[]', url: 'https://argocd.example.com' }),
        ),
      },
      {
        when: 'values of the chart have it under params',
        edit: giving({
          configs: { params: { 'controller.diff.server.side': true } },
        } as unknown as TestObject),
      },
    ],
  },
  WAVE_HEALTH: {
    trips: [
      {
        when: 'the Link is in a later wave than its credentials',
        edit: (fleet) => {
          inWave(fleet, 'Link', 'east', '1');
        },
      },
      {
        when: 'credentials are in an early wave',
        edit: (fleet) => {
          inWave(fleet, 'ExternalSecret', 'cluster-credentials-east-es', '-1');
        },
      },
      {
        when: 'something waits for a route to a mirror',
        edit: (fleet) => {
          fleet.add('west', route, waved(service('web', {}), '2'));
        },
      },
    ],
    holds: [
      {
        when: 'accounts come first',
        edit: (fleet) => {
          inWave(fleet, 'ServiceAccount', 'controller-east', '-1');
        },
      },
      {
        when: 'credentials come last',
        edit: (fleet) => {
          inWave(fleet, 'ExternalSecret', 'cluster-credentials-east-es', '5');
        },
      },
      {
        when: 'the route is to a local Service',
        edit: (fleet) => {
          const local = structuredClone(route);
          fleet.set(local, 'spec.rules', [{ backendRefs: [{ name: 'web', port: 80 }] }]);
          fleet.add('west', local, waved(service('web', {}), '2'));
        },
      },
    ],
  },
  HOOK_WAITS: {
    trips: [
      {
        when: 'a Job runs after the sync',
        edit: (fleet) => {
          withoutNamespace(fleet);
          fleet.add('west', hook('argocd.argoproj.io/hook', 'PostSync'));
        },
      },
      {
        when: 'a Job of Helm runs after an upgrade',
        edit: (fleet) => {
          withoutNamespace(fleet);
          fleet.add('west', hook('helm.sh/hook', 'post-install,post-upgrade'));
        },
      },
    ],
    holds: [
      {
        when: 'a Job runs before the sync',
        edit: (fleet) => {
          fleet.add('west', hook('argocd.argoproj.io/hook', 'PreSync'));
        },
      },
    ],
  },
  DEFAULTS_UNWRITTEN: {
    trips: [
      {
        when: 'policies of the target are left out',
        edit: (fleet) => {
          giving(set())(fleet);
          leaveOut('spec.target.deletionPolicy')(fleet);
        },
      },
      {
        when: 'a route to a mirror leaves out what its CRD fills in',
        edit: (fleet) => {
          giving(deliveringShop())(fleet);
          fleet.add('west', structuredClone(route));
        },
      },
    ],
    holds: [
      { when: 'every default is written', edit: giving(set()) },
      {
        when: 'a route to a mirror writes every default',
        edit: (fleet) => {
          giving(deliveringShop())(fleet);
          fleet.add('west', {
            ...structuredClone(route),
            spec: {
              parentRefs: [{ group: 'core', kind: 'Service', name: 'web', port: 80 }],
              rules: [
                {
                  matches: [{ path: { type: 'PathPrefix', value: '/' } }],
                  backendRefs: [{ group: '', kind: 'Service', name: 'web-east', port: 80, weight: 1 }],
                },
              ],
            },
          });
        },
      },
      {
        when: 'a route sends to no other cluster',
        edit: (fleet) => {
          giving(deliveringShop())(fleet);
          const local = structuredClone(route);
          fleet.set(local, 'spec.rules', [{ backendRefs: [{ name: 'web', port: 80 }] }]);
          fleet.add('west', local, service('web', {}));
        },
      },
      {
        when: 'the Application compares on the server’s side',
        edit: (fleet) => {
          giving(set({ annotations: { 'argocd.argoproj.io/compare-options': 'ServerSideDiff=true' } }))(
            fleet,
          );
          leaveOut('spec.target.deletionPolicy')(fleet);
        },
      },
      {
        when: 'the Application ignores the kind',
        edit: (fleet) => {
          giving(set({ ignoreDifferences: [{ group: '*', kind: 'ExternalSecret' }] }))(fleet);
          leaveOut('spec.target.deletionPolicy')(fleet);
        },
      },
      {
        when: 'Argo CD compares so everywhere',
        edit: (fleet) => {
          giving(set(), settings('argocd-cmd-params-cm', { 'controller.diff.server.side': 'true' }))(fleet);
          leaveOut('spec.target.deletionPolicy')(fleet);
        },
      },
      { when: 'no Application delivers it', edit: leaveOut('spec.target.deletionPolicy') },
    ],
  },
  BYTE_BUDGET: {
    trips: [
      {
        when: 'an object has no room in its own annotation',
        edit: (fleet) => {
          giving(set({ options: [] }))(fleet);
          fleet.add('west', large());
        },
      },
      {
        when: 'the files of a cluster are too large together',
        edit: (fleet) => {
          fleet.add(
            'west',
            settings('a', { a: 'x'.repeat(5_100_000) }),
            settings('b', { b: 'y'.repeat(5_100_000) }),
          );
        },
      },
    ],
    holds: [
      {
        when: 'the large object is applied by the server',
        edit: (fleet) => {
          giving(set())(fleet);
          fleet.add('west', large());
        },
      },
      {
        when: 'the object says so itself',
        edit: (fleet) => {
          giving(set({ options: [] }))(fleet);
          fleet.add('west', large({ 'argocd.argoproj.io/sync-options': 'ServerSideApply=true' }));
        },
      },
    ],
  },
  TOKEN_REPLACED: {
    trips: [
      {
        when: 'its own annotation says so',
        edit: (fleet) => {
          fleet.find('east', 'Secret', 'mirror-a-token').metadata.annotations = {
            'kubernetes.io/service-account.name': 'mirror-a',
            'argocd.argoproj.io/sync-options': 'Replace=true',
          };
        },
      },
      { when: 'the Application replaces everything', edit: giving(set({ options: ['Replace=true'] })) },
    ],
    holds: [
      {
        when: 'the Application only prunes last',
        edit: giving(set({ options: ['PruneLast=true', 'ServerSideApply=true'] })),
      },
    ],
  },
  TRACKING_LABEL: {
    trips: [
      {
        when: 'Argo CD tracks by its usual label',
        edit: (fleet) => {
          giving(trackingByLabel)(fleet);
          fleet.set(fleet.link, 'spec.excludedLabels', ['argocd.argoproj.io/*']);
        },
      },
      {
        when: 'Argo CD tracks by a label of its own',
        edit: (fleet) => {
          giving(
            settings('argocd-cm', {
              'application.resourceTrackingMethod': 'label',
              'application.instanceLabelKey': 'example.com/application',
            }),
          )(fleet);
          fleet.set(fleet.link, 'spec.excludedLabels', ['app.kubernetes.io/instance']);
        },
      },
    ],
    holds: [
      {
        when: 'the Link leaves it out',
        edit: (fleet) => {
          giving(trackingByLabel)(fleet);
          fleet.set(fleet.link, 'spec.excludedLabels', ['app.kubernetes.io/instance']);
        },
      },
      {
        when: 'Argo CD tracks by annotation',
        edit: giving(settings('argocd-cm', { 'application.resourceTrackingMethod': 'annotation' })),
      },
    ],
  },
  SET_DELETES: {
    trips: [{ when: 'it has no policy', edit: giving(set({ syncPolicy: {} })) }],
    holds: [
      { when: 'it only creates and updates', edit: giving(set()) },
      {
        when: 'it preserves resources',
        edit: giving(set({ syncPolicy: { preserveResourcesOnDeletion: true } })),
      },
    ],
  },
  PROJECT_REFUSES: {
    trips: [
      {
        when: 'the repository is not among its sources',
        edit: giving(set(), project({ sourceRepos: ['https://git.example.com/*'] })),
      },
      {
        when: 'the namespace of the other credential is not among its destinations',
        edit: giving(set(), project({ destinations: [{ server: '*', namespace: mc }] })),
      },
      {
        when: 'a kind is not among those it allows',
        edit: giving(set(), project({ namespaceResourceWhitelist: [{ group: '', kind: '*' }] })),
      },
      {
        when: 'a cluster is not among its destinations',
        edit: giving(
          set(),
          cluster('west'),
          cluster('east'),
          project({ destinations: [{ server: 'https://api.west.example.com:6443', namespace: '*' }] }),
        ),
      },
      {
        when: 'it refuses a namespace by name',
        edit: giving(
          set({ server: 'https://api.west.example.com:6443' }),
          project({
            destinations: [
              { server: '*', namespace: '*' },
              { server: '*', namespace: `!${mc}` },
            ],
          }),
        ),
      },
    ],
    holds: [
      { when: 'it allows all that is there', edit: giving(set(), project()) },
      {
        when: 'the cluster is known by name alone',
        edit: giving(
          set(),
          cluster('west'),
          cluster('east'),
          project({ destinations: [{ name: '*', namespace: '*' }] }),
        ),
      },
      {
        when: 'it refuses kinds that nobody uses',
        edit: giving(set(), project({ namespaceResourceBlacklist: [{ group: '', kind: 'ResourceQuota' }] })),
      },
    ],
  },
};
