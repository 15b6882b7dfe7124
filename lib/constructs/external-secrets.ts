import {
  credentialSecrets,
  credentialSecretType,
  type CredentialSecret,
  type CredentialSecretProps,
} from '../link/credential-secrets.js';
import type { Manifest, Metadata } from '../manifests/manifest.js';
import { RememberedParts } from '../manifests/remembered-parts.js';
import type { ExternalCredentials } from '../topology/fleet.js';
import { epochAnnotations } from './credential-epoch.js';
import { operatorFacts, type OperatorFacts } from './operator-version.js';

/** Where the credential of one Link is read from and what the Secret is made of. */
export interface ExternalSecretsProps {
  readonly secret: CredentialSecretProps;
  /** Rises when the credential has been replaced. */
  readonly credentialEpoch: number | undefined;
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
  const { refreshInterval, version } = props.credentials;
  const facts = operatorFacts(version);
  const data = dataOf(props, facts);
  const { secretStoreRef, copyMetadata, copyTarget, ownMetadata, ownTarget } = partsOf(props);
  const secretOf = (metadata: Metadata, target: object): Manifest => ({
    apiVersion: facts.apiVersion,
    kind: 'ExternalSecret',
    metadata,
    spec: { data, refreshInterval, secretStoreRef, target },
  });
  return [secretOf(copyMetadata, copyTarget), secretOf(ownMetadata, ownTarget)];
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

/** All but the data: the same for all sources of a target whose kubeconfig comes whole. */
interface SecretParts {
  readonly secretStoreRef: object;
  /** Of the copy in the namespace of the control plane. */
  readonly copyMetadata: Metadata;
  readonly copyTarget: object;
  /** Of the one in the namespace of the service mirror. */
  readonly ownMetadata: Metadata;
  readonly ownTarget: object;
}

const parts = new RememberedParts<SecretParts>();

function partsOf({ secret, credentialEpoch, credentials, kubeconfig }: ExternalSecretsProps): SecretParts {
  const { name, store, storeKind } = credentials;
  const { target, clusterDomain, trustDomain, namespace, linkerdNamespace } = secret;
  const texts: readonly unknown[] = [
    name,
    storeKind,
    store,
    target,
    clusterDomain,
    trustDomain,
    namespace,
    linkerdNamespace,
    credentialEpoch ?? '',
    kubeconfig,
  ];
  const make = (): SecretParts => {
    const [copy, own] = credentialSecrets(secret);
    const annotations = epochAnnotations(credentialEpoch);
    return {
      secretStoreRef: { kind: storeKind, name: store },
      copyMetadata: { ...annotations, name, namespace: linkerdNamespace },
      copyTarget: targetOf(copy, kubeconfig),
      ownMetadata: { ...annotations, name, namespace },
      ownTarget: targetOf(own, kubeconfig),
    };
  };
  // neither names nor domains hold line breaks; a Lazy of cdk8s is not known until it is rendered
  return texts.every((text) => typeof text === 'string') ? parts.of(texts.join('\n'), make) : make();
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
