import { mkdirSync, readFileSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';

import { Api } from './api.js';
import { base64File, createCertificates, type Certificates } from './certificates.js';
import { startControllers } from './controllers.js';
import { freePort } from './free-port.js';
import { writeKubeconfig } from './kubeconfig.js';
import type { Processes } from './processes.js';
import { program } from './programs.js';
import { until } from './wait.js';

/** A control plane of its own: authority, key for tokens, port, Service range and part of etcd. */
export interface Cluster {
  readonly name: string;
  readonly server: string;
  /** The administrator's client. */
  readonly api: Api;
  /** Path of the administrator's kubeconfig. */
  readonly kubeconfig: string;
  readonly certificates: Certificates;
  /** A folder for whatever belongs to this cluster. */
  readonly folder: string;
}

/** What a cluster is to have. */
export interface ClusterOptions {
  readonly processes: Processes;
  /** URL of etcd. */
  readonly etcd: string;
  /** A number that no other cluster of the same etcd has, below 100. */
  readonly number: number;
  /** Whether Kubernetes' controllers, its scheduler and KWOK's kubelets run too, or an API server alone. */
  readonly hasControllers: boolean;
}

/** Starts an API server, waits until it serves, and starts what else was asked for. */
export async function startCluster(name: string, options: ClusterOptions): Promise<Cluster> {
  const folder = join(options.processes.folder, name);
  mkdirSync(folder, { recursive: true });
  const certificates = createCertificates(join(folder, 'pki'), name);
  const port = await freePort();
  const server = `https://127.0.0.1:${port}`;
  const apiServer = options.processes.start(`${name}-apiserver`, [
    program('kube-apiserver'),
    ...apiServerArguments(certificates, options, port, folder),
  ]);
  const kubeconfig = writeKubeconfig(join(folder, 'admin.kubeconfig'), {
    server,
    authorityData: base64File(certificates.authority),
    user: {
      'client-certificate-data': base64File(certificates.adminCertificate),
      'client-key-data': base64File(certificates.adminKey),
    },
  });
  const api = new Api(server, readFileSync(certificates.authority), {
    cert: readFileSync(certificates.adminCertificate),
    key: readFileSync(certificates.adminKey),
  });
  await until(`${name} serves`, async () => (await api.ask('GET', '/readyz')).status === 200, {
    seconds: 120,
    on: [apiServer],
  });
  const cluster = { name, server, api, kubeconfig, certificates, folder };
  if (options.hasControllers) await startControllers(options.processes, cluster);
  return cluster;
}

/** Remembers what ServiceAccounts ask for, and nothing of what they are told. */
const auditPolicy = {
  apiVersion: 'audit.k8s.io/v1',
  kind: 'Policy',
  omitStages: ['RequestReceived'],
  rules: [{ level: 'Metadata', userGroups: ['system:serviceaccounts'] }, { level: 'None' }],
};

function apiServerArguments(
  certificates: Certificates,
  { etcd, number }: ClusterOptions,
  port: number,
  folder: string,
): string[] {
  const policy = join(folder, 'audit-policy.json');
  writeFileSync(policy, JSON.stringify(auditPolicy));
  return Object.entries({
    'etcd-servers': etcd,
    'etcd-prefix': `/cluster-${number}`,
    'bind-address': '127.0.0.1',
    'advertise-address': '127.0.0.1',
    'secure-port': String(port),
    'endpoint-reconciler-type': 'none',
    'service-cluster-ip-range': `10.${100 + number}.0.0/16`,
    'authorization-mode': 'RBAC',
    'allow-privileged': 'true',
    'client-ca-file': certificates.authority,
    'tls-cert-file': certificates.serverCertificate,
    'tls-private-key-file': certificates.serverKey,
    'service-account-issuer': 'https://kubernetes.default.svc',
    'service-account-key-file': certificates.accountKey,
    'service-account-signing-key-file': certificates.accountKey,
    'audit-policy-file': policy,
    'audit-log-path': join(folder, 'audit.log'),
  }).map(([flag, value]) => `--${flag}=${value}`);
}
