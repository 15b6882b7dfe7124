import { stringify } from 'yaml';
import type { TestFleet } from '../../support/linker/fleets.js';

interface Kubeconfig {
  readonly user?: string;
  readonly server?: string;
  readonly encodings?: number;
  /** Fields in place of those of a kubeconfig that is right. */
  readonly other?: Readonly<Record<string, unknown>>;
}

/** Puts a Secret with a kubeconfig in the place of the controller's ExternalSecret. */
export function withKubeconfig(
  fleet: TestFleet,
  { user = 'mirror-a', server = 'https://api.east.example.com:6443', encodings = 1, other = {} }: Kubeconfig,
): void {
  let kubeconfig = stringify({
    apiVersion: 'v1',
    kind: 'Config',
    clusters: [{ name: 'east', cluster: { server, 'certificate-authority-data': 'Q0E=' } }],
    users: [{ name: user, user: { token: 'not-a-token' } }],
    contexts: [{ name: 'east', context: { cluster: 'east', user } }],
    'current-context': 'east',
    ...other,
  });
  for (let i = 0; i < encodings; i++) kubeconfig = Buffer.from(kubeconfig).toString('base64');
  withSecret(fleet, { data: { kubeconfig } });
}

/** Puts a Secret with this content in the place of the controller's ExternalSecret. */
export function withSecret(fleet: TestFleet, content: object): void {
  fleet.remove('west', 'ExternalSecret', 'cluster-credentials-east-es', 'linkerd-multicluster');
  fleet.add('west', {
    apiVersion: 'v1',
    kind: 'Secret',
    metadata: { name: 'cluster-credentials-east', namespace: 'linkerd-multicluster' },
    type: 'mirror.linkerd.io/remote-kubeconfig',
    ...content,
  });
}

const user = (content: object): Record<string, unknown> => ({ users: [{ name: 'mirror-a', user: content }] });

/** What makes a kubeconfig useless in the controller, by the fields that do. */
export const unusable: readonly (readonly [when: string, other: Kubeconfig['other']])[] = [
  ['it has no current-context', { 'current-context': '' }],
  ['its current-context is none of its contexts', { 'current-context': 'prod' }],
  ['its context is of a cluster it lacks', { clusters: [{ name: 'north', cluster: {} }] }],
  ['its context is of a user it lacks', { users: [{ name: 'nobody', user: { token: 'not-a-token' } }] }],
  ['its token is in a file', user({ tokenFile: '/var/run/token' })],
  ['its token is empty', user({ token: '' })],
  ['its user has nothing', user({})],
  ['a program gives its token', user({ exec: { command: 'aws' } })],
  ['a plugin gives its token', user({ 'auth-provider': { name: 'gcp' } })],
];

const encoded = (text: string): string => Buffer.from(text).toString('base64');

/** Contents of a Secret that become a kubeconfig on their way to the cluster. */
export const filledLater: readonly object[] = [
  { stringData: { kubeconfig: 'ENC[AES256_GCM,data:abcd,iv:xx==,tag:yy==,type:str]' } },
  { data: { kubeconfig: 'ENC[AES256_GCM,data:abcd,iv:xx==,tag:yy==,type:str]' } },
  { data: { kubeconfig: '<path:secret/data/mesh#kubeconfig | base64encode>' } },
  { data: { kubeconfig: '${KUBECONFIG_EAST}' } },
  { data: { kubeconfig: encoded('vault:secret/data/mesh#kubeconfig') } },
  { data: { kubeconfig: 'ref+vault://secret/data/mesh#/kubeconfig' } },
  { stringData: { kubeconfig: 'op://mesh/east/kubeconfig' } },
];
