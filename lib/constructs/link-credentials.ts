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
    const { credentials } = link;
    if (credentials?.kind === 'sealedSecrets') {
      const { scope: sealing, ciphertext } = credentials;
      const secret = secretOf({ link, source, target });
      new SealedCredentials(this, 'sealed', { ...secret, scope: sealing, ciphertext });
    }
    if (credentials?.kind !== 'externalSecrets') return;
    const { name, store, storeKind, key, property, refreshInterval, version } = credentials;
    const { apiServer } = target;
    const pushed = credentials.push ? apiServer : undefined;
    new ExternalCredentials(this, 'external', {
      ...secretOf({ link, source, target }),
      name,
      store: { name: store, kind: storeKind },
      key,
      refreshInterval,
      version,
      ...(pushed === undefined
        ? { properties: { kubeconfig: property }, kubeconfig: '{{ .kubeconfig }}' }
        : {
            properties: { ...(pushed.ca === 'fromToken' && { ca: 'ca' }), token: 'token' },
            kubeconfig: kubeconfigTemplate({ target: link.target, account: link.accessAccount, ...pushed }),
          }),
    });
  }
}

function secretOf({ link, source, target }: LinkCredentialsProps): CredentialSecretProps {
  const { credentialEpoch } = link;
  return {
    target: link.target,
    namespace: source.namespace,
    linkerdNamespace: source.linkerdNamespace,
    trustDomain: target.trustDomain,
    clusterDomain: target.clusterDomain,
    ...(credentialEpoch !== undefined && { credentialEpoch }),
  };
}
