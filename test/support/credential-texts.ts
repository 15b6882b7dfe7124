import { generateKeyPairSync } from 'node:crypto';
import { readFileSync } from 'node:fs';
import { stringify } from 'yaml';
import { verifyCredentials } from '../../lib/credentials/verify.js';
import type { Expectation } from '../../lib/credentials/verdict.js';

/** A certificate in PEM. */
export const pem =
  /-----BEGIN[\s\S]*-----END CERTIFICATE-----/
    .exec(readFileSync('examples/pushed-spokes/fleet.yaml', 'utf8'))?.[0]
    .replace(/^ +/gm, '') ?? '';
/** A private key, made for each run and never written down. */
export const key = generateKeyPairSync('ec', { namedCurve: 'P-256' }).privateKey.export({
  type: 'pkcs8',
  format: 'pem',
});
/** A text as the data of a Secret. */
export const base64 = (text: string): string => Buffer.from(text).toString('base64');
const base64url = (value: object): string => Buffer.from(JSON.stringify(value)).toString('base64url');

/** The type of a Secret that Linkerd reads. */
export const type = 'mirror.linkerd.io/remote-kubeconfig';
/** The target's account for the source. */
export const account = 'linkerd-service-mirror-remote-access-spoke';
/** The part of a token that nobody may see. */
export const signature = 'c2lnbmF0dXJlLW9mLW5vYm9keQ';

/** A token of the account, with other claims. */
export function token(claims: object = {}): string {
  const all = { sub: `system:serviceaccount:linkerd-multicluster:${account}`, ...claims };
  return `${base64url({ alg: 'RS256' })}.${base64url(all)}.${signature}`;
}

/** A kubeconfig of the source, changed. */
export function kubeconfig({
  cluster = {},
  user = {},
  ...rest
}: { cluster?: object; user?: object; [key: string]: unknown } = {}): string {
  return stringify({
    apiVersion: 'v1',
    kind: 'Config',
    clusters: [
      {
        name: 'hub',
        cluster: {
          server: 'https://api.hub.example.com:6443',
          'certificate-authority-data': base64(pem),
          ...cluster,
        },
      },
    ],
    users: [{ name: account, user: { token: token(), ...user } }],
    contexts: [{ name: 'hub', context: { cluster: 'hub', user: account } }],
    'current-context': 'hub',
    ...rest,
  });
}

/** The service mirror's copy, changed. */
export function secret(changes: object = {}): string {
  return stringify({
    apiVersion: 'v1',
    kind: 'Secret',
    metadata: { name: 'cluster-credentials-hub', namespace: 'linkerd-multicluster' },
    type: 'mirror.linkerd.io/remote-kubeconfig',
    data: { kubeconfig: base64(kubeconfig()) },
    ...changes,
  });
}

/** Metadata of the destination controller's copy. */
export const controlPlane = {
  name: 'cluster-credentials-hub',
  namespace: 'linkerd',
  labels: { 'multicluster.linkerd.io/cluster-name': 'hub' },
  annotations: {
    'multicluster.linkerd.io/trust-domain': 'cluster.local',
    'multicluster.linkerd.io/cluster-domain': 'cluster.local',
  },
};

/** What the fleet says of the Link. */
export const link: Expectation = {
  link: { source: 'spoke', target: 'hub' },
  account,
  server: 'https://api.hub.example.com:6443',
  trustDomain: 'cluster.local',
  clusterDomain: 'cluster.local',
  namespace: 'linkerd-multicluster',
  linkerdNamespace: 'linkerd',
};

/** What is a problem or a risk of a credential. */
export function problems(text: string, expected: Expectation = link): string[] {
  return verifyCredentials(text, expected).flatMap(({ findings }) =>
    findings
      .filter(({ level }) => level === 'problem' || level === 'risk')
      .map(({ subject, message }) => `${subject}: ${message}`),
  );
}
