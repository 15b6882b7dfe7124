import type { Construct } from 'constructs';
import type { CredentialSecretProps } from '../link/credential-secrets.js';
import type { Manifest } from '../manifests/manifest.js';
import type { Cluster, ExternalCredentials, Link } from '../topology/fleet.js';
import { externalSecrets, type ExternalSecretsProps } from './external-secrets.js';
import { kubeconfigTemplate } from './kubeconfig-template.js';
import { ObjectsConstruct } from './objects-construct.js';
import { sealedSecrets } from './sealed-secrets.js';

/** A Link of the fleet and both of its clusters. */
export interface LinkCredentialsProps {
  readonly link: Link;
  readonly source: Cluster;
  readonly target: Cluster;
}

/** How the credential of one Link reaches its source cluster, by the backend that the fleet names. */
export class LinkCredentials extends ObjectsConstruct {
  constructor(scope: Construct, id: string, props: LinkCredentialsProps) {
    super(scope, id, credentialManifests(props));
  }
}

function credentialManifests(props: LinkCredentialsProps): readonly Manifest[] {
  const { credentials, credentialEpoch } = props.link;
  switch (credentials?.kind) {
    case 'sealedSecrets': {
      const { scope, ciphertext } = credentials;
      return sealedSecrets({ secret: secretOf(props), credentialEpoch, scope, ciphertext });
    }
    case 'externalSecrets':
      return externalSecrets({
        secret: secretOf(props),
        credentialEpoch,
        credentials,
        ...contentOf(props, credentials),
      });
    default:
      return [];
  }
}

/** What is read from the store, and the kubeconfig that is made of it. */
function contentOf(
  { link, target: { apiServer } }: LinkCredentialsProps,
  { push, property }: ExternalCredentials,
): Pick<ExternalSecretsProps, 'properties' | 'kubeconfig'> {
  if (!push || apiServer === undefined)
    return { properties: { kubeconfig: property }, kubeconfig: '{{ .kubeconfig }}' };
  return {
    properties: apiServer.ca === 'fromToken' ? { ca: 'ca', token: 'token' } : { token: 'token' },
    kubeconfig: kubeconfigTemplate({ target: link.target, account: link.accessAccount, ...apiServer }),
  };
}

function secretOf({ link, source, target }: LinkCredentialsProps): CredentialSecretProps {
  return {
    target: link.target,
    namespace: source.namespace,
    linkerdNamespace: source.linkerdNamespace,
    trustDomain: target.trustDomain,
    clusterDomain: target.clusterDomain,
  };
}
