/** Facts of one cluster that no manifest holds. */
export interface ClusterFacts {
  /** The name its folder or its Argo CD has, when Links call it otherwise. */
  readonly argocdName?: string;
  readonly trustDomain?: string;
  readonly clusterDomain?: string;
  /** Pod networks that are routed; clusters that share a name here reach each other pod to pod. */
  readonly networks?: readonly string[];
  readonly release?: string;
  /** The address of its API server that other clusters reach, `https://…`. */
  readonly apiServer?: string;
  /** Hosts and IPs, joined by commas, at which other clusters reach its gateway. */
  readonly gatewayAddress?: string;
}

/** Facts of the fleet that no manifest holds: from `--fleet FILE`, or the fleet's own configuration. */
export interface FleetFacts {
  readonly trustDomain?: string;
  readonly clusterDomain?: string;
  readonly release?: string;
  /** True where one Application delivers all that is given of a cluster, as with our own output. @default false */
  readonly oneApplication?: boolean;
  /** The output folder that it names. */
  readonly output?: string;
  /** By the name that Links use. */
  readonly clusters?: Readonly<Record<string, ClusterFacts>>;
}

/**
 * Finds the facts of a cluster by the name that it was given, else by the one that Links use.
 *
 * Of two that claim one given name, the first has it.
 */
export function factsFinder({ clusters = {} }: FleetFacts): (name: string) => ClusterFacts {
  const byGivenName = new Map<string, ClusterFacts>();
  for (const each of Object.values(clusters)) {
    const { argocdName } = each;
    if (argocdName !== undefined && !byGivenName.has(argocdName)) byGivenName.set(argocdName, each);
  }
  return (name) => byGivenName.get(name) ?? clusters[name] ?? {};
}
