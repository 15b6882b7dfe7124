import { credentialsName } from './credentials-name.js';

/** Facts of a Link that its two credential Secrets carry, whatever brings them into the cluster. */
export interface CredentialSecretProps {
  /** Target cluster; name of the Link. */
  readonly target: string;
  /** Namespace of the Link in the source cluster, where the service mirror reads its Secret. */
  readonly namespace: string;
  /** Namespace of the control plane in the source cluster, where the destination controller reads its copy. */
  readonly linkerdNamespace: string;
  /** Trust domain of the target. */
  readonly trustDomain: string;
  /** DNS domain of the target's Services. */
  readonly clusterDomain: string;
}

/** Type of a Secret whose key `kubeconfig` opens the API of a target; the destination controller sees no other. */
export const credentialSecretType = 'mirror.linkerd.io/remote-kubeconfig';

/** One of the two Secrets: where it goes and what its reader needs on it. */
export interface CredentialSecret {
  readonly namespace: string;
  /** Name of the Secret; the controller's Role allows exactly this one. */
  readonly name: string;
  /** Label and annotations, or none. */
  readonly metadata?: {
    readonly annotations: Readonly<Record<string, string>>;
    readonly labels: Readonly<Record<string, string>>;
  };
}

/**
 * Both Secrets of a Link: the destination controller's first, as namespaces sort.
 *
 * The copy in the control plane's namespace needs one label and two annotations, or remote discovery ignores it.
 * @see https://github.com/linkerd/linkerd2/blob/edge-26.8.3/multicluster/cmd/link-gen.go
 */
export function credentialSecrets(
  props: CredentialSecretProps,
): readonly [CredentialSecret, CredentialSecret] {
  const name = credentialsName(props.target);
  const metadata = {
    annotations: {
      'multicluster.linkerd.io/cluster-domain': props.clusterDomain,
      'multicluster.linkerd.io/trust-domain': props.trustDomain,
    },
    labels: { 'multicluster.linkerd.io/cluster-name': props.target },
  };
  return [
    { namespace: props.linkerdNamespace, name, metadata },
    { namespace: props.namespace, name },
  ];
}
