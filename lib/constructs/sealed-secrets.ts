import {
  credentialSecrets,
  credentialSecretType,
  type CredentialSecret,
  type CredentialSecretProps,
} from '../link/credential-secrets.js';
import type { Manifest } from '../manifests/manifest.js';
import { epochAnnotations } from './credential-epoch.js';

/** The sealed credential of one Link. */
export interface SealedSecretsProps {
  readonly secret: CredentialSecretProps;
  /** Rises when the credential has been replaced. */
  readonly credentialEpoch: number | undefined;
  /** Scope the ciphertext was sealed with. */
  readonly scope: 'strict' | 'namespace-wide' | 'cluster-wide';
  /** Ciphertext of the kubeconfig by namespace, as `kubeseal --raw` prints it. */
  readonly ciphertext: Readonly<Record<string, string>>;
}

/**
 * Both credential Secrets of a Link, as SealedSecrets around ciphertext that somebody stored.
 *
 * The scope must be the one the ciphertext was sealed with, or the controller cannot open it: strict binds it to
 * name and namespace, so that each namespace needs its own.
 */
export function sealedSecrets(props: SealedSecretsProps): readonly Manifest[] {
  return credentialSecrets(props.secret).map((secret) => sealedSecret(props, secret));
}

function sealedSecret(props: SealedSecretsProps, { namespace, name, metadata }: CredentialSecret): Manifest {
  const scope = props.scope === 'strict' ? {} : { [`sealedsecrets.bitnami.com/${props.scope}`]: 'true' };
  const own = { ...scope, ...epochAnnotations(props.credentialEpoch).annotations };
  const annotations = { ...scope, ...metadata?.annotations };
  return {
    apiVersion: 'bitnami.com/v1alpha1',
    kind: 'SealedSecret',
    metadata: { ...(Object.keys(own).length > 0 && { annotations: own }), name, namespace },
    spec: {
      encryptedData: { kubeconfig: props.ciphertext[namespace] ?? '' },
      template: {
        metadata: {
          ...(Object.keys(annotations).length > 0 && { annotations }),
          ...(metadata !== undefined && { labels: metadata.labels }),
          name,
          namespace,
        },
        type: credentialSecretType,
      },
    },
  };
}
