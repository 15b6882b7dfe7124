import type { Metadata } from '../manifests/manifest.js';
import { credentialsName } from './credentials-name.js';

/** Type of a Secret whose key `kubeconfig` opens the API of a target cluster. */
export const credentialsType = 'mirror.linkerd.io/remote-kubeconfig';

/** Facts of a Link that its two credential Secrets carry. */
export interface CredentialsProps {
  readonly link: string;
  /** Namespace of the Link in the source cluster. */
  readonly namespace: string;
  /** Namespace of the control plane in the source cluster, which by custom is that of the target. */
  readonly linkerdNamespace: string;
  /** Of the target cluster. */
  readonly trustDomain: string;
  /** Of the target cluster. */
  readonly clusterDomain: string;
}

/**
 * Metadata of the Secret that the Link's controller reads, in every mode.
 *
 * Its Role names this one Secret, so no other name will do.
 */
export function controllerCredentials({ link, namespace }: CredentialsProps): Metadata {
  return { name: credentialsName(link), namespace };
}

/**
 * Metadata of the Secret that the destination controller reads, for flat and federated Services.
 *
 * Label and annotations are required: without them the cluster is not added, and nothing says so.
 */
export function destinationCredentials(props: CredentialsProps): Metadata {
  const { link, linkerdNamespace, trustDomain, clusterDomain } = props;
  return {
    name: credentialsName(link),
    namespace: linkerdNamespace,
    labels: { 'multicluster.linkerd.io/cluster-name': link },
    annotations: {
      'multicluster.linkerd.io/trust-domain': trustDomain,
      'multicluster.linkerd.io/cluster-domain': clusterDomain,
    },
  };
}
