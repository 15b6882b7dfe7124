import { Construct } from 'constructs';
import type { Cluster, Link } from '../topology/fleet.js';
import type { CredentialSecretProps } from './credential-secret.js';
import { ExternalCredentials } from './external-credentials.js';
import { kubeconfigTemplate } from './kubeconfig-template.js';
import { SealedCredentials } from './sealed-credentials.js';

/** A Link of the fleet and both of its clusters. */
export interface LinkCredentialsProps {
  readonly link: Link;
  readonly source: Cluster;
  readonly target: Cluster;
}

/** How the credential of one Link reaches its source cluster, by the backend that the fleet names. */
export class LinkCredentials extends Construct {
  constructor(scope: Construct, id: string, { link, source, target }: LinkCredentialsProps) {
    super(scope, id);
    const { credentials, credentialEpoch } = link;
    const secret: CredentialSecretProps = {
      target: link.target,
      namespace: source.namespace,
      linkerdNamespace: source.linkerdNamespace,
      trustDomain: target.trustDomain,
      clusterDomain: target.clusterDomain,
      ...(credentialEpoch !== undefined && { credentialEpoch }),
    };
    if (credentials?.kind === 'sealedSecrets') {
      const { scope: sealing, ciphertext } = credentials;
      new SealedCredentials(this, 'sealed', { ...secret, scope: sealing, ciphertext });
    }
    if (credentials?.kind !== 'externalSecrets') return;
    const { name, store, storeKind, key, property, refreshInterval, version } = credentials;
    const read = { ...secret, name, store: { name: store, kind: storeKind }, key, refreshInterval, version };
    const { apiServer } = target;
    if (!credentials.push || apiServer === undefined) {
      const properties = { kubeconfig: property };
      new ExternalCredentials(this, 'external', { ...read, properties, kubeconfig: '{{ .kubeconfig }}' });
      return;
    }
    new ExternalCredentials(this, 'external', {
      ...read,
      properties: { ...(apiServer.ca === 'fromToken' && { ca: 'ca' }), token: 'token' },
      kubeconfig: kubeconfigTemplate({ target: link.target, account: link.accessAccount, ...apiServer }),
    });
  }
}
