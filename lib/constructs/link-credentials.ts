import { Construct } from 'constructs';
import type { Manifest } from '../manifests/manifest.js';
import { addObjects } from './plain-objects.js';

/** Where the credential of one Link is read from and who reads it. */
export interface LinkCredentialsProps {
  /** Target cluster; name of the Link. */
  readonly target: string;
  /** Namespace of the multicluster extension, where the service mirror reads its Secret. */
  readonly namespace: string;
  /** Namespace of the control plane, where the destination controller reads its copy. */
  readonly linkerdNamespace: string;
  /** Trust domain of the target. */
  readonly trustDomain: string;
  /** DNS domain of the target's Services. */
  readonly clusterDomain: string;
  /** Name of both ExternalSecrets. */
  readonly name: string;
  readonly store: { readonly name: string; readonly kind: string };
  /** Key in the store. */
  readonly key: string;
  /** Property of the key that holds the kubeconfig. */
  readonly property: string;
  /** A Go duration in the form the operator writes it: `1h0m0s`. */
  readonly refreshInterval: string;
}

/** Type that the destination controller demands of its copy. */
const secretType = 'mirror.linkerd.io/remote-kubeconfig';

/**
 * Both credential Secrets of a Link, as ExternalSecrets.
 *
 * The copy in the control plane's namespace needs its type, one label and two annotations, or remote discovery
 * ignores it. Every field that the operator would default is written out, so that Argo CD sees no difference.
 * @see https://github.com/linkerd/linkerd2/blob/edge-26.8.3/multicluster/cmd/link_gen.go
 */
export class LinkCredentials extends Construct {
  constructor(scope: Construct, id: string, props: LinkCredentialsProps) {
    super(scope, id);
    addObjects(this, credentialsManifests(props));
  }
}

/** The ExternalSecrets as plain data: the destination controller's first, as namespaces sort. */
export function credentialsManifests(props: LinkCredentialsProps): readonly Manifest[] {
  const discovery = {
    annotations: {
      'multicluster.linkerd.io/cluster-domain': props.clusterDomain,
      'multicluster.linkerd.io/trust-domain': props.trustDomain,
    },
    labels: { 'multicluster.linkerd.io/cluster-name': props.target },
  };
  return [
    externalSecret(props, props.linkerdNamespace, discovery),
    externalSecret(props, props.namespace, undefined),
  ];
}

function externalSecret(
  props: LinkCredentialsProps,
  namespace: string,
  metadata: object | undefined,
): Manifest {
  return {
    apiVersion: 'external-secrets.io/v1',
    kind: 'ExternalSecret',
    metadata: { name: props.name, namespace },
    spec: {
      data: [
        {
          remoteRef: {
            conversionStrategy: 'Default',
            decodingStrategy: 'None',
            key: props.key,
            metadataPolicy: 'None',
            property: props.property,
          },
          secretKey: 'kubeconfig',
        },
      ],
      refreshInterval: props.refreshInterval,
      secretStoreRef: { kind: props.store.kind, name: props.store.name },
      target: {
        creationPolicy: 'Owner',
        deletionPolicy: 'Retain',
        name: `cluster-credentials-${props.target}`,
        template: {
          data: { kubeconfig: '{{ .kubeconfig }}' },
          engineVersion: 'v2',
          mergePolicy: 'Replace',
          ...(metadata !== undefined && { metadata }),
          type: secretType,
        },
      },
    },
  };
}
