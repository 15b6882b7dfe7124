import { stringify } from 'yaml';
import type { TestFleet } from '../../support/linker/fleets.js';

interface Kubeconfig {
  readonly user?: string;
  readonly server?: string;
  readonly encodings?: number;
}

/** Puts a Secret with a kubeconfig in the place of the controller's ExternalSecret. */
export function withKubeconfig(
  fleet: TestFleet,
  { user = 'mirror-a', server = 'https://api.east.example.com:6443', encodings = 1 }: Kubeconfig,
): void {
  let kubeconfig = stringify({
    apiVersion: 'v1',
    kind: 'Config',
    clusters: [{ name: 'east', cluster: { server, 'certificate-authority-data': 'Q0E=' } }],
    users: [{ name: user, user: { token: 'not-a-token' } }],
    contexts: [{ name: 'east', context: { cluster: 'east', user } }],
    'current-context': 'east',
  });
  for (let i = 0; i < encodings; i++) kubeconfig = Buffer.from(kubeconfig).toString('base64');
  fleet.remove('west', 'ExternalSecret', 'cluster-credentials-east-es', 'linkerd-multicluster');
  fleet.add('west', {
    apiVersion: 'v1',
    kind: 'Secret',
    metadata: { name: 'cluster-credentials-east', namespace: 'linkerd-multicluster' },
    type: 'mirror.linkerd.io/remote-kubeconfig',
    data: { kubeconfig },
  });
}
