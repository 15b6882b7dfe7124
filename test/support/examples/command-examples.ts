import { hostname } from 'node:os';
import { diagnoseManifest } from '../../../lib/schemas/diagnose.js';
import { loadSchemas } from '../../../lib/schemas/load.js';
import type { Diagnostic } from '../../../lib/diagnostics/diagnostic.js';
import { openOutput } from '../../../lib/output/output.js';
import { workingExample, type ExampleFiles } from '../diagnostic-examples.js';

/** Commands in a folder, or what the writer or the schemas are given by hand where no command gets that far; the last of which reports a code; each may find files changed first, and calls that fail. */
export interface CommandExample {
  readonly steps: readonly CommandStep[];
}

/** One command of an example, and what happens before it. */
export interface CommandStep {
  readonly args: readonly string[];
  /** Done in place of the command. */
  readonly report?: () => Promise<readonly Diagnostic[]>;
  /** Files written before, by paths below the folder; null removes one. */
  readonly files?: Readonly<Record<string, string | Uint8Array | null>>;
  /** Operations of the file system that fail during the command, with the code the system gives. */
  readonly failing?: Readonly<Record<string, string>>;
  /** How many calls of each still succeed. */
  readonly failingAfter?: number;
}

const fleet = String(workingExample['fleet.yaml']);
const values = String(workingExample['values.yaml']);
const quietly = ['synth', '--quiet'];

function config(files: ExampleFiles): Record<string, string> {
  return Object.fromEntries(Object.entries(files).map(([name, text]) => [`config/${name}`, String(text)]));
}

const working = config(workingExample);

/** One run of synth on the working fleet with other files in place of some of its own. */
function synth(files: Readonly<Record<string, string>>): CommandExample {
  return { steps: [{ args: quietly, files: { ...working, ...files } }] };
}

/** One run of synth with text of the fleet file replaced. */
function spoiled(from: string, to: string, more: Readonly<Record<string, string>> = {}): CommandExample {
  if (!fleet.includes(from)) throw new Error(`the working fleet has no ${from}`);
  return synth({ 'config/fleet.yaml': fleet.replace(from, to), ...more });
}

/** A run of synth on what stands after a run on the working fleet and further changes. */
function again(step: Partial<CommandStep>): CommandExample {
  return {
    steps: [
      { args: quietly, files: working },
      { args: quietly, ...step },
    ],
  };
}

function release(version: string): CommandExample {
  return spoiled('edge-26.8.2', version);
}

const linkFlags = ['template', 'link', '--release', '2.18', '--cluster-name', 'east', '-f', 'target.yaml'];
const target = 'remoteMirrorServiceAccountName: access\n';

/** One run of `template link` for a target with these values. */
function link(flags: readonly string[], text = target): CommandExample {
  return {
    steps: [
      {
        args: [...linkFlags, '--gateway-addresses', 'gateway.example.com', ...flags],
        files: { 'target.yaml': text },
      },
    ],
  };
}

/** Without the Link and what it needs. */
const flat = {
  'config/fleet.yaml': fleet.replace(
    'topology:\n  - hubAndSpoke: { hub: hub, spokes: [east] }',
    'topology: []',
  ),
};
const externalSecrets = '  externalSecrets: { store: vault, key: "{source}-to-{target}" }';

/** One run of the linker on a folder of manifests of one cluster. */
function manifests(files: Readonly<Record<string, string | Uint8Array>>): CommandExample {
  const below = Object.entries(files).map(([name, text]) => [`fleet/east/${name}`, text]);
  return {
    steps: [{ args: ['check', 'fleet'], files: Object.fromEntries(below) as CommandStep['files'] & object }],
  };
}

/** What the writer says of these paths. */
function paths(...files: readonly string[]): CommandExample {
  const report = (): Promise<readonly Diagnostic[]> => {
    const { output } = openOutput({ outDir: 'dist' });
    for (const file of files) output?.add(file, 'kind: Service\n');
    return Promise.resolve(output?.finish().diagnostics ?? []);
  };
  return { steps: [{ args: [], report }] };
}

/** What the schema of a kind says of an object with this spec; of a Link unless told otherwise. */
function schema(
  spec: Record<string, unknown>,
  type = { apiVersion: 'multicluster.linkerd.io/v1alpha3', kind: 'Link' },
): CommandExample {
  const object = { ...type, metadata: { name: 'hub', namespace: 'linkerd-multicluster' }, spec };
  const report = async (): Promise<readonly Diagnostic[]> => {
    await loadSchemas([object]);
    return diagnoseManifest(object);
  };
  return { steps: [{ args: [], report }] };
}

const linkSpec = {
  clusterCredentialsSecret: 'cluster-credentials-hub',
  gatewayAddress: 'gateway.example.com',
  gatewayIdentity: 'linkerd-gateway.linkerd-multicluster.serviceaccount.identity.linkerd.cluster.local',
  gatewayPort: '4143',
  probeSpec: { failureThreshold: '3', path: '/ready', period: '3s', port: '4191', timeout: '30s' },
  targetClusterDomain: 'cluster.local',
  targetClusterLinkerdNamespace: 'linkerd',
  targetClusterName: 'hub',
};

/** For each code that more than the reading of the input reports, commands that make it be reported. */
export const commandExamples: Readonly<Record<string, CommandExample>> = {
  RELEASE_MALFORMED: { steps: [{ args: ['template', '--release', 'latest'] }] },
  RELEASE_TOO_OLD: release('"2.13"'),
  RELEASE_UNPUBLISHED: release('stable-2.14.99'),
  RELEASE_UNVERIFIED: release('edge-27.1.1'),
  RELEASE_PATCH: release('2.18.1'),
  CHART_HELM_FAILS: synth({ 'config/values.yaml': 'namespaceMetadata: null\n' }),
  CHART_VALUE_LATER: {
    steps: [
      {
        args: ['template', '--release', '2.14', '-f', 'values.yaml'],
        files: { 'values.yaml': 'controllers: [{ link: { ref: { name: hub } } }]\n' },
      },
    ],
  },
  SET_FORM: { steps: [{ args: ['template', '--release', '2.18', '--set', 'gateway.port'] }] },
  CLUSTER_NAME_FORM: link(['--cluster-name', 'East_1']),
  CLUSTER_NAME_LONG: link(['--cluster-name', 'production-europe-west-1-payments-a-blue-0000001']),
  LINK_ADDRESS_FORM: link(['--gateway-addresses', 'gateway.example.com:30143']),
  LINK_ADDRESS_MISSING: {
    steps: [{ args: linkFlags, files: { 'target.yaml': `gateway: { serviceType: NodePort }\n${target}` } }],
  },
  LINK_PORT_RANGE: link(['--gateway-port', '70000']),
  LINK_GATEWAY_SERVICE: link([], `gateway: { enabled: false }\n${target}`),
  LINK_PROBE_PERIOD: link([], `gateway: { probe: { seconds: 0 } }\n${target}`),
  LINK_PROBE_PATH: link([], `gateway: { probe: { path: /health } }\n${target}`),
  LINK_SELECTOR_SYNTAX: link(['--selector', 'team!=mesh']),
  LINK_SELECTOR_EMPTY: link(['--selector', '']),
  LINK_FLAG_UNKNOWN: link(['--log-format', 'json']),
  LINK_FLAG_VALUE: link(['--gateway-port', 'https']),
  LINK_ACCOUNT_UNKNOWN: link(['--service-account-name', 'mirror-north']),
  LINK_API_SERVER: link(['--api-server-address', 'https://127.0.0.1:6443']),
  ACCESS_ACCOUNT_NAME: spoiled('east: {}', 'east: { argocdName: East_1 }'),
  API_SERVER_MISSING: spoiled(
    externalSecrets,
    '  externalSecrets: { store: vault, key: "{source}-to-{target}", push: true }',
  ),
  LINK_OPTION_LATER: synth({
    'config/fleet.yaml': fleet
      .replace('edge-26.8.2', '"2.17"')
      .replace('spokes: [east]', 'spokes: [east], excludedLabels: [team]'),
  }),
  SEALED_SECRET_MISSING: spoiled(externalSecrets, '  sealedSecrets: { folder: sealed }'),
  MONITOR_WITHOUT_SCRAPER: spoiled('east: {}', 'east: { enableServiceMonitor: true }'),
  SECRET_LEAKED: synth({ 'config/values.yaml': `${values}# made with ghp_${'aB3'.repeat(12)}\n` }),
  CLUSTER_REMOVED: again({
    files: {
      'config/fleet.yaml': fleet
        .replace('  east: {}\n', '')
        .replace('  - hubAndSpoke: { hub: hub, spokes: [east] }', '  []'),
    },
  }),
  LINK_REMOVED: again({ files: flat }),
  ACCOUNT_REMOVED: again({
    files: {
      'dist/clusters/east/crds.yaml': `apiVersion: v1
kind: ServiceAccount
metadata:
  name: mirror-north
  namespace: linkerd-multicluster
---
apiVersion: v1
kind: Secret
type: kubernetes.io/service-account-token
metadata:
  name: mirror-north-token
  namespace: linkerd-multicluster
  annotations:
    kubernetes.io/service-account.name: mirror-north
`,
    },
  }),
  CRD_REMOVED: again({
    files: {
      'dist/clusters/east/crds.yaml': `apiVersion: apiextensions.k8s.io/v1
kind: CustomResourceDefinition
metadata:
  name: trafficsplits.split.smi-spec.io
`,
    },
  }),
  NAMESPACE_REMOVED: again({
    files: { 'config/fleet.yaml': fleet.replace('linkerd:', 'linkerd:\n  multiclusterNamespace: mesh') },
  }),
  REMOVAL_NOT_NEEDED: again({ args: [...quietly, '--allow-remove', 'esat'] }),
  OUTPUT_STALE: again({
    args: [...quietly, '--check'],
    files: { 'config/values.yaml': 'revisionHistoryLimit: 4\n' },
  }),
  OUTPUT_NOT_A_FOLDER: synth({ dist: 'a file\n' }),
  OUTPUT_FOREIGN_FILE: synth({ 'dist/clusters/east/namespace.yaml': 'mine\n' }),
  OUTPUT_INDEX_INVALID: again({ files: { 'dist/index.yaml': '<<<<<<< HEAD\n' } }),
  OUTPUT_INDEX_LOST: again({ files: { 'dist/index.yaml': null } }),
  OUTPUT_IGNORED: synth({
    '.git/HEAD': 'ref: refs/heads/main\n',
    '.git/objects/info/packs': '',
    '.git/refs/heads/.keep': '',
    '.git/config': '[core]\n',
    '.gitignore': '*.tmp\ndist/\n',
  }),
  OUTPUT_NOT_WRITABLE: { steps: [{ args: quietly, files: working, failing: { mkdirSync: 'EACCES' } }] },
  OUTPUT_DISK_FULL: {
    steps: [{ args: quietly, files: working, failing: { writeFileSync: 'ENOSPC', writeSync: 'ENOSPC' } }],
  },
  OUTPUT_FAILED: {
    steps: [{ args: quietly, files: working, failing: { writeFileSync: 'EIO', writeSync: 'EIO' } }],
  },
  OUTPUT_UNFINISHED: again({
    files: { 'config/values.yaml': 'revisionHistoryLimit: 4\n' },
    failing: { renameSync: 'EIO' },
    failingAfter: 3,
  }),
  PROFILE_UNWRITABLE: { steps: [{ args: [...quietly, '--profile', 'profiles/synth.json'], files: working }] },
  INIT_FILE_EXISTS: { steps: [{ args: ['init'], files: working }] },
  INIT_UNWRITABLE: { steps: [{ args: ['init', 'mesh'], failing: { mkdirSync: 'EACCES' } }] },
  OUTPUT_PATH_TAKEN: again({
    files: {
      'config/values.yaml': 'revisionHistoryLimit: 4\n',
      'dist/clusters/east/namespace.yaml': null,
      'dist/clusters/east/namespace.yaml/mine': 'a file of mine\n',
    },
  }),
  OUTPUT_FILE_MISSING: again({
    args: ['check', 'dist'],
    files: { 'dist/clusters/east/namespace.yaml': null },
  }),
  OUTPUT_FILE_FOREIGN: again({
    args: ['check', 'dist'],
    files: { 'dist/clusters/east/mine.yaml': 'apiVersion: v1\nkind: Namespace\nmetadata: { name: mine }\n' },
  }),
  SUPPRESSION_UNUSED: spoiled('clusters:', 'suppress: [{ code: LINK_DURATION, reason: known }]\nclusters:'),
  NOTHING_LINKED: manifests({ 'all.yaml': 'apiVersion: v1\nkind: Namespace\nmetadata: { name: shop }\n' }),
  FILE_TEMPLATE: manifests({ 'all.yaml': '{{- if .Values.enabled }}\nkind: Service\n{{- end }}\n' }),
  MANIFEST_INCOMPLETE: manifests({ 'all.yaml': 'kind: Service\nmetadata: { name: web }\n' }),
  FILE_NO_MANIFEST: {
    steps: [{ args: ['predict', '--cluster', 'east=notes.txt'], files: { 'notes.txt': 'hello world\n' } }],
  },
  FILE_NOT_TEXT: manifests({ 'all.yaml': Uint8Array.from([0x6b, 0x3a, 0xe9, 0x00, 0x0a]) }),
  FILE_TOO_LARGE: manifests({ 'all.yaml': '# a long line of a dump\n'.repeat(3_000_000) }),
  SUPPRESSION_FORM: manifests({
    'all.yaml': `apiVersion: v1
kind: Service
metadata:
  name: web
  labels: { mirror.linkerd.io/exported: "yes" }
  annotations: { linkspan.io/suppress: EXPORT_VALUE }
`,
  }),
  OUTPUT_PATH_INVALID: paths('clusters/con/link-hub.yaml'),
  OUTPUT_PATH_COLLISION: paths('clusters/east/link-hub.yaml', 'clusters/East/link-hub.yaml'),
  OUTPUT_BUSY: {
    steps: [{ args: [], report: () => Promise.resolve(secondRun()) }],
  },
  SCHEMA_UNKNOWN_FIELD: schema({ ...linkSpec, excludeLabels: ['a'] }),
  SCHEMA_MISSING_FIELD: schema({ ports: [{ name: 'http' }] }, { apiVersion: 'v1', kind: 'Service' }),
  SCHEMA_TYPE: schema({ ...linkSpec, gatewayPort: 4143 }),
  SCHEMA_VALUE: schema(
    { hostnames: ['gateway example'] },
    { apiVersion: 'gateway.networking.k8s.io/v1', kind: 'HTTPRoute' },
  ),
};

/** A run on a folder that another one holds; which process that is differs from run to run. */
function secondRun(): readonly Diagnostic[] {
  const first = openOutput({ outDir: 'dist' });
  first.output?.add('a.yaml', 'kind: Service\n');
  const second = openOutput({ outDir: 'dist', lockWaitMilliseconds: 0 });
  second.output?.add('a.yaml', 'kind: Service\n');
  const diagnostics = [...second.diagnostics, ...(second.output?.finish().diagnostics ?? [])];
  first.output?.abort();
  const shown = JSON.stringify(diagnostics)
    .replaceAll(String(process.pid), '4711')
    .replaceAll(hostname(), 'ci-runner');
  return JSON.parse(shown) as Diagnostic[];
}
