import type { Construct } from 'constructs';
import type { Manifest } from '../manifests/manifest.js';
import { sharedForText } from '../manifests/shared-for.js';
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
function namespaceManifest({
  name = 'linkerd-multicluster',
  cniEnabled = false,
}: MulticlusterNamespaceProps): Manifest {
  return (cniEnabled ? restricted : privileged)(name);
}

function enforcing(level: 'privileged' | 'restricted'): (name: string) => Manifest {
  return sharedForText((name) => ({
    apiVersion: 'v1',
    kind: 'Namespace',
    metadata: {
      labels: {
        'linkerd.io/extension': 'multicluster',
        'pod-security.kubernetes.io/enforce': level,
      },
      name,
    },
  }));
}

/** Most clusters of a fleet have the same Namespace. */
const privileged = enforcing('privileged');
const restricted = enforcing('restricted');
