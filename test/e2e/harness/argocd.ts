import type { Manifest } from '../../../lib/manifests/manifest.js';
import type { Cluster } from './cluster.js';
import { base64File } from './certificates.js';
import { freePort } from './free-port.js';
import type { Fleet } from './fleet.js';
import type { Running } from './processes.js';
import { program, programFolder } from './programs.js';
import { textAt } from './record.js';

/** The least that Argo CD's controllers read; what it installs by default beyond that is not needed here. */
function settings(namespace: string): Manifest[] {
  const labels = { 'app.kubernetes.io/part-of': 'argocd' };
  return [
    { apiVersion: 'v1', kind: 'Namespace', metadata: { name: namespace } },
    { apiVersion: 'v1', kind: 'ConfigMap', metadata: { name: 'argocd-cm', namespace, labels } },
    {
      apiVersion: 'v1',
      kind: 'Secret',
      metadata: { name: 'argocd-secret', namespace, labels },
      stringData: { 'server.secretkey': 'signs nothing here' },
    },
  ];
}

/** Starts Argo CD's controllers beside a hub, all of it but the API server with the user interface, and returns them. */
export async function startArgoCd(
  { processes, folder }: Fleet,
  hub: Cluster,
  namespace: string,
): Promise<Running[]> {
  for (const setting of settings(namespace)) await hub.api.apply(setting, { manager: 'e2e' });
  const [redisPort, repoPort] = [await freePort(), await freePort()];
  const loopback = async (): Promise<string> => `127.0.0.1:${await freePort()}`;
  const environment = {
    ARGOCD_GPG_ENABLED: 'false',
    KUBECONFIG: hub.kubeconfig,
    TMPDIR: folder,
    // The repo server looks for its helpers by name.
    PATH: `${programFolder('argocd-repo-server')}:${process.env.PATH ?? ''}`,
  };
  const common = ['--repo-server-plaintext', '--logformat=text'];
  const redis = processes.start('redis', [
    'redis-server',
    ...['--bind', '127.0.0.1', '--port', String(redisPort), '--save', '', '--appendonly', 'no'],
    ...['--dir', folder, '--set-proc-title', 'no'],
  ]);
  const repoServer = processes.start(
    'repo-server',
    [
      program('argocd-repo-server'),
      '--logformat=text',
      '--disable-tls',
      '--client-ca-path=',
      '--address=127.0.0.1',
      `--port=${repoPort}`,
      '--metrics-address=127.0.0.1',
      `--metrics-port=${await freePort()}`,
      `--redis=127.0.0.1:${redisPort}`,
    ],
    environment,
  );
  const sets = processes.start(
    'applicationset-controller',
    [
      program('argocd-applicationset-controller'),
      ...common,
      `--namespace=${namespace}`,
      `--argocd-repo-server=127.0.0.1:${repoPort}`,
      '--enable-scm-providers=false',
      `--metrics-addr=${await loopback()}`,
      `--probe-addr=${await loopback()}`,
      `--webhook-addr=${await loopback()}`,
    ],
    environment,
  );
  const applications = processes.start(
    'application-controller',
    [
      program('argocd-application-controller'),
      ...common,
      `--kubeconfig=${hub.kubeconfig}`,
      `--namespace=${namespace}`,
      `--repo-server=127.0.0.1:${repoPort}`,
      `--redis=127.0.0.1:${redisPort}`,
      `--metrics-port=${await freePort()}`,
      '--persist-resource-health',
    ],
    environment,
  );
  return [redis, repoServer, sets, applications];
}

/** How Argo CD is told of a cluster. */
export interface Registration {
  /** Argo CD's namespace on the hub. */
  readonly namespace: string;
  /** The name it knows the cluster by. */
  readonly argocdName: string;
  /** What generators select by. */
  readonly labels: Readonly<Record<string, string>>;
}

/** Registers a cluster with Argo CD, as its command does: an administrator's account and its token. */
export async function registerCluster(
  hub: Cluster,
  { api, server, certificates }: Cluster,
  as: Registration,
): Promise<void> {
  const manager = 'e2e';
  const account = { name: 'argocd-manager', namespace: 'kube-system' };
  await api.apply({ apiVersion: 'v1', kind: 'ServiceAccount', metadata: account }, { manager });
  await api.apply(
    {
      apiVersion: 'rbac.authorization.k8s.io/v1',
      kind: 'ClusterRoleBinding',
      metadata: { name: 'argocd-manager' },
      roleRef: { apiGroup: 'rbac.authorization.k8s.io', kind: 'ClusterRole', name: 'cluster-admin' },
      subjects: [{ kind: 'ServiceAccount', ...account }],
    },
    { manager },
  );
  const answer = await api.create(`/api/v1/namespaces/kube-system/serviceaccounts/argocd-manager/token`, {
    apiVersion: 'authentication.k8s.io/v1',
    kind: 'TokenRequest',
    spec: { expirationSeconds: 7200 },
  });
  const bearerToken = textAt(answer, 'status', 'token');
  const config = { bearerToken, tlsClientConfig: { caData: base64File(certificates.authority) } };
  await hub.api.apply(
    {
      apiVersion: 'v1',
      kind: 'Secret',
      metadata: {
        ...clusterSecret(as).metadata,
        labels: { ...as.labels, 'argocd.argoproj.io/secret-type': 'cluster' },
      },
      stringData: { name: as.argocdName, server, config: JSON.stringify(config) },
    },
    { manager, force: true },
  );
}

/** The Secret that makes a cluster known to Argo CD. */
export function clusterSecret({ namespace, argocdName }: Pick<Registration, 'namespace' | 'argocdName'>) {
  return { apiVersion: 'v1', kind: 'Secret', metadata: { name: `cluster-${argocdName}`, namespace } };
}
