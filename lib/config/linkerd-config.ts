import type { DnsLabel, DnsName, LinkerdRelease } from './scalars.js';

/** What is true of Linkerd in all clusters of the fleet. */
export interface LinkerdConfig {
  /**
   * Linkerd release of the fleet: an edge (`edge-26.8.2`) or a stable line (`2.18`, `stable-2.14.10`). Picks
   * Link API, chart behaviour and policy API. Read from the text as written, so an unquoted `2.20` is 2.20.
   * @example "edge-26.8.2"
   */
  readonly release: LinkerdRelease;
  /**
   * Trust domain of the mesh identities; last part of the gateway identity.
   * @default "cluster.local"
   * @example "mesh.example.com"
   */
  readonly trustDomain?: DnsName;
  /**
   * DNS domain of Services in the clusters.
   * @default "cluster.local"
   * @example "cluster.local"
   */
  readonly clusterDomain?: DnsName;
  /**
   * Namespace of the control plane, where the destination controller reads its copy of the credentials.
   * @default "linkerd"
   * @example "linkerd"
   */
  readonly namespace?: DnsLabel;
  /**
   * Namespace of the multicluster extension: gateway, service mirrors, Links.
   * @default "linkerd-multicluster"
   * @example "linkerd-multicluster"
   */
  readonly multiclusterNamespace?: DnsLabel;
}
