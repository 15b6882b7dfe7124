import { mkdirSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';

import { base64File } from './certificates.js';
import type { Cluster } from './cluster.js';
import type { Fleet } from './fleet.js';
import { freePort } from './free-port.js';
import { writeKubeconfig } from './kubeconfig.js';
import type { ShippedLink } from './links.js';
import type { Running } from './processes.js';
import { at, textAt } from './record.js';

/** Path of Linkerd's controller binary, which this project has no recipe for. */
export const linkerdController = process.env.LINKERD_CONTROLLER;

/**
 * Runs Linkerd's own controller as a Link's Deployment would: with its arguments, and a token of its account.
 *
 * It asks no DNS server: `hosts` says what names are. That needs a mount namespace of its own.
 */
export async function startMirrorController(
  { processes, folder }: Fleet,
  cluster: Cluster,
  { name, namespace, controller }: ShippedLink,
  hosts: Readonly<Record<string, string>>,
): Promise<Running> {
  const account = textAt(controller, 'spec', 'template', 'spec', 'serviceAccountName');
  const answer = await cluster.api.create(
    `/api/v1/namespaces/${namespace}/serviceaccounts/${account}/token`,
    {
      apiVersion: 'authentication.k8s.io/v1',
      kind: 'TokenRequest',
      spec: { expirationSeconds: 7200 },
    },
  );
  const kubeconfig = writeKubeconfig(join(folder, `${name}.controller.kubeconfig`), {
    server: cluster.server,
    authorityData: base64File(cluster.certificates.authority),
    user: { token: textAt(answer, 'status', 'token') },
  });
  const files = join(folder, `${name}.names`);
  mkdirSync(files, { recursive: true });
  const lines = Object.entries({ localhost: '127.0.0.1', ...hosts }).map(
    ([host, address]) => `${address} ${host}\n`,
  );
  writeFileSync(join(files, 'hosts'), lines.join(''));
  writeFileSync(join(files, 'resolv.conf'), 'nameserver 127.0.0.1\n');
  const [command = '', ...rest] = (
    at(controller, 'spec', 'template', 'spec', 'containers', 0, 'args') as string[]
  ).map(String);
  return processes.start(
    `controller-${name}`,
    [
      'unshare',
      ...(process.getuid?.() === 0 ? [] : ['--map-root-user']),
      '--mount',
      'sh',
      '-c',
      'mount --bind "$0/hosts" /etc/hosts && mount --bind "$0/resolv.conf" /etc/resolv.conf && exec "$@"',
      files,
      linkerdController ?? '',
      command,
      '-kubeconfig',
      kubeconfig,
      '-metrics-addr',
      `127.0.0.1:${await freePort()}`,
      ...rest,
    ],
    { HOSTNAME: `controller-${name}-e2e` },
  );
}
