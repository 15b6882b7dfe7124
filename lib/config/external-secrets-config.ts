import type { DnsName, GoDuration } from './scalars.js';

/** Credentials that the External Secrets Operator carries through a secret store. */
export interface ExternalSecretsConfig {
  /**
   * Name of the secret store.
   * @example "vault-backend"
   */
  readonly store: DnsName;
  /**
   * Kind of the secret store.
   * @default "ClusterSecretStore"
   * @example "SecretStore"
   */
  readonly storeKind?: 'ClusterSecretStore' | 'SecretStore';
  /**
   * Key in the store; `{source}` and `{target}` stand for the clusters of the Link.
   * @placeholders ["source", "target"]
   * @minLength 1
   * @example "secrets-k8/linkerd-multicluster/{source}-to-{target}"
   */
  readonly key: string;
  /**
   * Mount of the store that keys begin with. It is left out of the keys that are written: a push with it goes
   * to a wrong path. Slashes at its ends mean nothing.
   * @example "secrets-k8"
   */
  readonly mount?: string;
  /**
   * Name of the ExternalSecret; `{secret}` stands for the Secret it makes, `{source}` and `{target}` for the
   * clusters. Renaming an existing one makes Argo CD prune the Secret it owns.
   * @placeholders ["secret", "source", "target"]
   * @format object-name
   * @minLength 1
   * @default "{secret}"
   * @example "{secret}-es"
   */
  readonly name?: string;
  /**
   * Property of the key that holds the kubeconfig; not used with `push`.
   * @default "kubeconfig"
   * @example "kubeconfig"
   */
  readonly property?: string;
  /**
   * How often the operator reads the store, a Go duration.
   * @default "1h0m0s"
   * @example "15m0s"
   */
  readonly refreshInterval?: GoDuration;
  /**
   * No manual step: the target pushes its token and CA into the store, the source builds the kubeconfig from
   * them and the target's `apiServer`.
   * @default false
   * @example true
   */
  readonly push?: boolean;
  /**
   * Version of the operator, major and minor; picks API versions and the fields it would default.
   * @default "2.9"
   * @pattern ^\d+\.\d+$
   * @example "0.15"
   */
  readonly version?: string;
}
