import type { Manifest, Metadata } from '../manifests/manifest.js';
import { RememberedParts } from '../manifests/remembered-parts.js';
import type { ExternalCredentials } from '../topology/fleet.js';
import {
  credentialSecrets,
  credentialSecretType,
  epochAnnotations,
  type CredentialSecret,
  type CredentialSecretProps,
} from './credential-secret.js';
import { operatorFacts, type OperatorFacts } from './operator-version.js';

/** Where the credential of one Link is read from and what the Secret is made of. */
export interface ExternalSecretsProps {
  readonly secret: CredentialSecretProps;
  readonly credentials: ExternalCredentials;
  /** Properties of the key, by the name that `kubeconfig` calls them. */
  readonly properties: Readonly<Record<string, string>>;
  /** Go template of the kubeconfig. */
  readonly kubeconfig: string;
}

/**
 * Both credential Secrets of a Link, as ExternalSecrets.
 *
 * Every field that the operator would default is written out, so that Argo CD sees no difference.
 */
export function externalSecrets(props: ExternalSecretsProps): readonly Manifest[] {
  const { store, storeKind, refreshInterval, version } = props.credentials;
  const facts = operatorFacts(version);
  const data = dataOf(props, facts);
  const secretStoreRef = { kind: storeKind, name: store };
  const { copy, own } = targetsOf(props);
  const inNamespace = (namespace: string, target: object): Manifest => ({
    apiVersion: facts.apiVersion,
    kind: 'ExternalSecret',
    metadata: metadataOf(props, namespace),
    spec: { data, refreshInterval, secretStoreRef, target },
  });
  return [inNamespace(props.secret.linkerdNamespace, copy), inNamespace(props.secret.namespace, own)];
}

function metadataOf({ secret, credentials: { name } }: ExternalSecretsProps, namespace: string): Metadata {
  if (secret.credentialEpoch === undefined) return { name, namespace };
  return { ...epochAnnotations(secret.credentialEpoch), name, namespace };
}

/** What is read from the store. */
function dataOf(
  { credentials: { key }, properties }: ExternalSecretsProps,
  { defaultsNullBytePolicy }: OperatorFacts,
): readonly object[] {
  const remoteRef = (property: string | undefined) =>
    // two literals rather than one with a part that may be missing, which costs several times as much
    defaultsNullBytePolicy
      ? {
          conversionStrategy: 'Default',
          decodingStrategy: 'None',
          key,
          metadataPolicy: 'None',
          nullBytePolicy: 'Ignore',
          property,
        }
      : {
          conversionStrategy: 'Default',
          decodingStrategy: 'None',
          key,
          metadataPolicy: 'None',
          property,
        };
  const data: object[] = [];
  for (const secretKey in properties) data.push({ remoteRef: remoteRef(properties[secretKey]), secretKey });
  return data;
}

/** What becomes of both: the Secrets, the same for all sources of a target whose kubeconfig comes whole. */
interface Targets {
  /** For the namespace of the control plane. */
  readonly copy: object;
  /** For the namespace of the service mirror. */
  readonly own: object;
}

const targets = new RememberedParts<Targets>();

function targetsOf({ secret, kubeconfig }: ExternalSecretsProps): Targets {
  const key = `${secret.target} ${secret.clusterDomain} ${secret.trustDomain}\n${kubeconfig}`;
  return targets.of(key, () => {
    const [copy, own] = credentialSecrets(secret);
    return { copy: targetOf(copy, kubeconfig), own: targetOf(own, kubeconfig) };
  });
}

function targetOf({ name, metadata }: CredentialSecret, kubeconfig: string): object {
  return {
    creationPolicy: 'Owner',
    deletionPolicy: 'Retain',
    name,
    template: {
      data: { kubeconfig },
      engineVersion: 'v2',
      mergePolicy: 'Replace',
      ...(metadata !== undefined && { metadata }),
      type: credentialSecretType,
    },
  };
}
