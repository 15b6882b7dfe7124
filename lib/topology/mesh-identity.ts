import type { LoadedConfig } from '../config/loaded-config.js';
import type { ValueLayers } from './value-layers.js';

/** What the identities of a cluster's gateway are made of, besides its account. */
export interface MeshIdentity {
  /** Namespace of the multicluster extension. */
  readonly namespace: string;
  /** Namespace of the control plane. */
  readonly linkerdNamespace: string;
  readonly trustDomain: string;
}

/** A cluster's own entry wins, then what its values say, then the fleet, then Linkerd's defaults. */
export function meshIdentityOf(config: LoadedConfig, cluster: string, layers: ValueLayers): MeshIdentity {
  const { linkerd, clusters } = config.fleet;
  const entry = clusters[cluster] ?? {};
  const stated = (key: string): string | undefined => {
    const value = layers.find([key])?.value;
    return typeof value === 'string' ? value : undefined;
  };
  return {
    namespace: linkerd.multiclusterNamespace ?? 'linkerd-multicluster',
    linkerdNamespace: entry.linkerdNamespace ?? stated('linkerdNamespace') ?? linkerd.namespace ?? 'linkerd',
    trustDomain: entry.trustDomain ?? stated('identityTrustDomain') ?? linkerd.trustDomain ?? 'cluster.local',
  };
}
