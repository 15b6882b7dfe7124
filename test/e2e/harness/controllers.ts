import { readdirSync } from 'node:fs';
import { join } from 'node:path';

import type { Cluster } from './cluster.js';
import type { Processes } from './processes.js';
import { program, programFolder } from './programs.js';
import { until } from './wait.js';

/** Kubernetes' controllers that multicluster objects depend on; the others would only cost memory. */
const controllers = [
  // tokens, accounts and the certificate authority that pods are given
  'serviceaccount-token-controller',
  'serviceaccount-controller',
  'root-ca-certificate-publisher-controller',
  // endpoints, mirrored from the Endpoints objects that Linkerd writes
  'endpoints-controller',
  'endpointslice-controller',
  'endpointslice-mirroring-controller',
  // namespaces that end, owners that take their objects along, ClusterRoles that aggregate
  'namespace-controller',
  'garbage-collector-controller',
  'clusterrole-aggregation-controller',
  // pods; admission marks a new node not-ready, and only the first of these takes that mark away
  'node-lifecycle-controller',
  'deployment-controller',
  'replicaset-controller',
  'job-controller',
  'disruption-controller',
];

/** Three nodes in three zones that exist on paper: KWOK plays their kubelets, so pods become Ready, but nothing runs. */
const nodes = [1, 2, 3].map((number) => ({
  apiVersion: 'v1',
  kind: 'Node',
  metadata: {
    name: `node-${number}`,
    labels: {
      'kubernetes.io/hostname': `node-${number}`,
      'kubernetes.io/os': 'linux',
      'topology.kubernetes.io/zone': `zone-${number}`,
    },
  },
}));

/** Starts the controllers, the scheduler and the kubelets of a cluster, and waits for the first sign of work. */
export async function startControllers(
  processes: Processes,
  { name, kubeconfig, certificates, api }: Cluster,
): Promise<void> {
  const common = ['--kubeconfig', kubeconfig, '--leader-elect=false', '--secure-port=0'];
  const stages = join(programFolder('kwok'), 'stages');
  const started = [
    processes.start(`${name}-controllers`, [
      program('kube-controller-manager'),
      ...common,
      `--controllers=${controllers.join(',')}`,
      `--service-account-private-key-file=${certificates.accountKey}`,
      `--root-ca-file=${certificates.authority}`,
      '--node-monitor-grace-period=1h',
    ]),
    processes.start(`${name}-scheduler`, [program('kube-scheduler'), ...common]),
    processes.start(`${name}-kubelets`, [
      program('kwok'),
      '--kubeconfig',
      kubeconfig,
      '--manage-all-nodes',
      '--node-lease-duration-seconds=40',
      ...readdirSync(stages).map((stage) => `--config=${join(stages, stage)}`),
    ]),
  ];
  for (const node of nodes) await api.apply(node, { manager: 'e2e' });
  const account = {
    apiVersion: 'v1',
    kind: 'ServiceAccount',
    metadata: { name: 'default', namespace: 'default' },
  };
  await until(`controllers of ${name} work`, () => api.get(account), { on: started });
}
