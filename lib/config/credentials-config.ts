import type { ExternalSecretsConfig } from './external-secrets-config.js';

/** Where a source cluster takes the credential for its target from: a mapping with exactly one key. */
export type CredentialsConfig =
  | {
      /**
       * Credentials read from a secret store by the External Secrets Operator.
       * @example { "store": "vault-backend", "key": "linkerd/{source}-to-{target}" }
       */
      readonly externalSecrets: ExternalSecretsConfig;
    }
  | {
      /**
       * Ciphertext that somebody sealed and stored beside the fleet file.
       * @example { "folder": "sealed" }
       */
      readonly sealedSecrets: SealedSecretsConfig;
    }
  | {
      /**
       * Secrets that somebody brings into the cluster by hand.
       * @example {}
       */
      readonly manual: ManualConfig;
    };

/**
 * Ciphertext that somebody sealed and stored beside the fleet file, wrapped for both namespaces.
 *
 * Sealing is not repeatable, so it is done once by hand; a missing file is an error that tells the command.
 */
export interface SealedSecretsConfig {
  /**
   * Folder of the ciphertext, relative to the fleet file: `<source>/<target>.<namespace>.sealed` each, or
   * `<source>/<target>.sealed` with scope `cluster-wide`.
   * @minLength 1
   * @example "sealed"
   */
  readonly folder: string;
  /**
   * Scope the ciphertext was sealed with: `strict` binds it to name and namespace, `namespace-wide` to the
   * namespace, `cluster-wide` to the cluster alone, so that one file serves both namespaces.
   * @default "strict"
   * @example "cluster-wide"
   */
  readonly scope?: SealingScope;
}

/** Scope of a SealedSecret. */
export type SealingScope = 'strict' | 'namespace-wide' | 'cluster-wide';

/** Secrets that somebody brings into the cluster by hand: only a page with the exact commands is written. */
// eslint-disable-next-line @typescript-eslint/no-empty-object-type -- an empty mapping is all there is to say
export interface ManualConfig {}
