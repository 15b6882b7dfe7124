import type { DnsName, GoDuration } from './scalars.js';

/** Where a source cluster takes the credential for its target from: a mapping with exactly one key. */
export interface CredentialsConfig {
  /**
   * Credentials read from a secret store by the External Secrets Operator.
   * @example { "store": "vault-backend", "key": "linkerd/{source}-to-{target}" }
   */
  readonly externalSecrets: ExternalSecretsConfig;
}

/** Credentials read from a secret store by the External Secrets Operator. */
export interface ExternalSecretsConfig {
  /**
   * Name of the secret store.
   * @example "vault-backend"
   */
  readonly store: DnsName;
  /**
   * Kind of the secret store.
   * @default "ClusterSecretStore"
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
   * Name of the ExternalSecret; `{secret}` stands for the Secret it makes, `{source}` and `{target}` for the
   * clusters. Renaming an existing one makes Argo CD prune the Secret it owns.
   * @placeholders ["secret", "source", "target"]
   * @default "{secret}"
   * @example "{secret}-es"
   */
  readonly name?: string;
  /**
   * Property of the key that holds the kubeconfig.
   * @minLength 1
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
}
