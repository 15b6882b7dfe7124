import type { Construct } from 'constructs';
import type { Manifest } from '../manifests/manifest.js';
import { ObjectsConstruct } from './objects-construct.js';

/** What the Namespace of the multicluster extension is made of. */
export interface MulticlusterNamespaceProps {
  /**
   * Its name.
   * @default linkerd-multicluster
   */
  readonly name?: string;
  /**
   * Whether the CNI plugin sets up the pods' network, so that none needs privileges.
   * @default false
   */
  readonly cniEnabled?: boolean;
}

/**
 * The Namespace of the multicluster extension with the labels that upstream's metadata Job would write.
 *
 * Linkerd's commands find the extension by `linkerd.io/extension`.
 * @see https://github.com/linkerd/linkerd2/blob/edge-26.8.3/multicluster/charts/linkerd-multicluster/templates/namespace.yaml
 */
export class MulticlusterNamespace extends ObjectsConstruct {
  constructor(scope: Construct, id: string, props: MulticlusterNamespaceProps = {}) {
    super(scope, id, [namespaceManifest(props)]);
  }
}

/** The Namespace as plain data. */
export function namespaceManifest(props: MulticlusterNamespaceProps): Manifest {
  return {
    apiVersion: 'v1',
    kind: 'Namespace',
    metadata: {
      labels: {
        'linkerd.io/extension': 'multicluster',
        'pod-security.kubernetes.io/enforce': props.cniEnabled === true ? 'restricted' : 'privileged',
      },
      name: props.name ?? 'linkerd-multicluster',
    },
  };
}
