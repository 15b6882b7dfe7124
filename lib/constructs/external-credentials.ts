import { Construct } from 'constructs';
import type { Manifest } from '../manifests/manifest.js';
import {
  credentialSecrets,
  credentialSecretType,
  epochAnnotations,
  type CredentialSecret,
  type CredentialSecretProps,
} from './credential-secret.js';
import { RememberedParts } from '../manifests/remembered-parts.js';
import { operatorFacts, type OperatorFacts } from './operator-version.js';
import { addObjects } from './plain-objects.js';

/** Where the credential of one Link is read from and what the Secret is made of. */
export interface ExternalCredentialsProps extends CredentialSecretProps {
  /** Name of both ExternalSecrets. */
  readonly name: string;
  readonly store: { readonly name: string; readonly kind: string };
  /** Key in the store. */
  readonly key: string;
  /** Properties of the key, by the name that `kubeconfig` calls them. */
  readonly properties: Readonly<Record<string, string>>;
  /** Go template of the kubeconfig. */
  readonly kubeconfig: string;
  /** A Go duration in the form the operator writes it: `1h0m0s`. */
  readonly refreshInterval: string;
  /** Version of the operator, `major.minor`. */
  readonly version: string;
}

/**
 * Both credential Secrets of a Link, as ExternalSecrets.
 *
 * Every field that the operator would default is written out, so that Argo CD sees no difference.
 */
export class ExternalCredentials extends Construct {
  constructor(scope: Construct, id: string, props: ExternalCredentialsProps) {
    super(scope, id);
    const facts = operatorFacts(props.version);
    const data = dataOf(props, facts);
    addObjects(
      this,
      credentialSecrets(props).map((secret) => externalSecret(props, secret, facts, data)),
    );
  }
}

/** What is read from the store. */
function dataOf(
  { key, properties }: ExternalCredentialsProps,
  { defaultsNullBytePolicy }: OperatorFacts,
): readonly object[] {
  return Object.entries(properties).map(([secretKey, property]) => ({
    remoteRef: {
      conversionStrategy: 'Default',
      decodingStrategy: 'None',
      key,
      metadataPolicy: 'None',
      ...(defaultsNullBytePolicy && { nullBytePolicy: 'Ignore' }),
      property,
    },
    secretKey,
  }));
}

function externalSecret(
  props: ExternalCredentialsProps,
  secret: CredentialSecret,
  { apiVersion }: OperatorFacts,
  data: readonly object[],
): Manifest {
  return {
    apiVersion,
    kind: 'ExternalSecret',
    metadata: { ...epochAnnotations(props.credentialEpoch), name: props.name, namespace: secret.namespace },
    spec: {
      data,
      refreshInterval: props.refreshInterval,
      secretStoreRef: { kind: props.store.kind, name: props.store.name },
      target: targetOf(props, secret),
    },
  };
}

/** What becomes of it: the Secret, the same for all sources of a target whose kubeconfig comes whole. */
function targetOf({ kubeconfig }: ExternalCredentialsProps, { name, metadata }: CredentialSecret): object {
  const { annotations = {} } = metadata ?? {};
  const make = () => ({
    target: {
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
    },
  });
  const key = [name, Object.values(annotations).join(' '), kubeconfig].join('\n');
  return targets.of(key, make).target;
}

const targets = new RememberedParts<{ readonly target: object }>();
