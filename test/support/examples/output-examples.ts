import { hostname } from 'node:os';
import type { Diagnostic } from '../../../lib/diagnostics/diagnostic.js';
import { openOutput } from '../../../lib/output/output.js';
import type { CommandExample } from './command-example.js';
import { again, fleet, quietly, synth, working } from './working-fleet.js';

/** Without the Link and what it needs. */
const flat = {
  'config/fleet.yaml': fleet.replace(
    'topology:\n  - hubAndSpoke: { hub: hub, spokes: [east] }',
    'topology: []',
  ),
};

/** What the writer says of these paths. */
function paths(...files: readonly string[]): CommandExample {
  const report = (): Promise<readonly Diagnostic[]> => {
    const { output } = openOutput({ outDir: 'dist' });
    for (const file of files) output?.add(file, 'kind: Service\n');
    return Promise.resolve(output?.finish().diagnostics ?? []);
  };
  return { steps: [{ args: [], report }] };
}

/** Commands that make each code of what is written be reported. */
export const outputExamples: Readonly<Record<string, CommandExample>> = {
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
  OUTPUT_PATH_INVALID: paths('clusters/con/link-hub.yaml'),
  OUTPUT_PATH_COLLISION: paths('clusters/east/link-hub.yaml', 'clusters/East/link-hub.yaml'),
  OUTPUT_BUSY: {
    steps: [{ args: [], report: () => Promise.resolve(secondRun()) }],
  },
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
