import type { LinkMode, SelectorConfig } from '../config/topology-config.js';
import type { SealingScope } from '../config/credentials-config.js';
import type { Suppression } from '../config/fleet-config.js';

/**
 * A whole fleet, every default and derivation applied: what all later stages read.
 *
 * Shapes of the topology are gone, only directed Links are left; what many Links have alike they share.
 */
export interface Fleet {
  readonly name: string;
  /** Linkerd release as the fleet file names it: `edge-26.8.2`, `2.18`. */
  readonly release: string;
  /** The clusters, sorted by name. */
  readonly clusters: readonly Cluster[];
  /** The Links, sorted by source, then target. */
  readonly links: readonly Link[];
  /** Name of the output folder in the repository. */
  readonly output: string;
  readonly argocd?: Argocd;
  readonly delivery: Delivery;
  readonly monitoring: Monitoring;
  readonly suppress: readonly Suppression[];
}

/** One cluster of the fleet. */
export interface Cluster {
  /** What Links, mirror services and DNS call it. */
  readonly name: string;
  /** What Argo CD, values files and output folders call it. */
  readonly argocdName: string;
  readonly trustDomain: string;
  readonly clusterDomain: string;
  /** Namespace of the control plane. */
  readonly linkerdNamespace: string;
  /** Namespace of the multicluster extension. */
  readonly namespace: string;
  /** Absent where no Link needs a gateway and no values ask for one. */
  readonly gateway?: Gateway;
  readonly apiServer?: ApiServerFacts;
  readonly enableServiceMonitor: boolean;
  readonly scrapers: readonly Scraper[];
  /**
   * Chart values: the values files merged, with what the fleet derives on top; chart defaults not applied. They may be
   * put together anew each time they are asked for.
   */
  readonly values: Readonly<Record<string, unknown>>;
}

/** A gateway as the target cluster renders it and as source clusters reach it. */
export interface Gateway {
  /** Bare hosts or IP addresses, comma-separated; empty when no Link needs the gateway. */
  readonly address: string;
  /** Name of its Deployment, Service and ServiceAccount. */
  readonly name: string;
  readonly serviceType: string;
  /** Port at which source clusters reach it: the node port of a NodePort Service, else the Service's port. */
  readonly port: number;
  /** Port at which source clusters probe it, chosen the same way. */
  readonly probePort: number;
  readonly probePath: string;
  /** TLS name its proxy proves to clients in other clusters. */
  readonly identity: string;
}

/** A directed Link: `source` mirrors from `target`. */
export interface Link {
  readonly source: string;
  readonly target: string;
  readonly mode: LinkMode;
  readonly probe: Probe;
  /** Services mirrored through the gateway; absent in flat and federated mode. */
  readonly selector?: SelectorConfig;
  /** Services mirrored for pod-to-pod traffic. */
  readonly remoteDiscoverySelector?: SelectorConfig;
  /** Services that join federated services. */
  readonly federatedServiceSelector?: SelectorConfig;
  /** Exact keys or `prefix/*`, sorted. */
  readonly excludedLabels: readonly string[];
  /** Exact keys or `prefix/*`, sorted. */
  readonly excludedAnnotations: readonly string[];
  /** ServiceAccount of the target whose token the source uses. */
  readonly accessAccount: string;
  readonly credentials?: Credentials;
  /** Rises when the credential has been replaced. */
  readonly credentialEpoch?: number;
}

/** How the target's gateway is probed; durations as Go writes them. */
export interface Probe {
  readonly period: string;
  readonly timeout: string;
  readonly failureThreshold: number;
}

/** Where the source takes its credential from. */
export type Credentials = ExternalCredentials | SealedCredentials | { readonly kind: 'manual' };

/** A credential that the External Secrets Operator reads from a store. */
export interface ExternalCredentials {
  readonly kind: 'externalSecrets';
  readonly store: string;
  readonly storeKind: string;
  /** Key in the store, placeholders filled in. */
  readonly key: string;
  /** Name of the ExternalSecrets, placeholders filled in. */
  readonly name: string;
  readonly property: string;
  readonly refreshInterval: string;
  /** Whether the target pushes what the source reads. */
  readonly push: boolean;
  /** Version of the operator, major and minor. */
  readonly version: string;
}

/** A credential that somebody sealed; ciphertext by namespace of the Secret. */
export interface SealedCredentials {
  readonly kind: 'sealedSecrets';
  readonly scope: SealingScope;
  readonly ciphertext: Readonly<Record<string, string>>;
}

/** The Kubernetes API of a cluster as source clusters reach it. */
export interface ApiServerFacts {
  readonly url: string;
  /** `fromToken`, `system`, or a PEM. */
  readonly ca: string;
}

/** A scraper's account in the mesh, placeholders filled in. */
export interface Scraper {
  readonly namespace: string;
  readonly serviceAccount: string;
}

/** Monitors of the whole fleet. */
export interface Monitoring {
  readonly labels: Readonly<Record<string, string>>;
  readonly interval: string;
}

/** How Argo CD applies and deletes objects, defaults applied. */
export interface Delivery {
  readonly waves: boolean;
  /** Kinds that are neither pruned nor deleted. */
  readonly keep: readonly string[];
}

/** How Argo CD takes the output in, defaults applied. */
export interface Argocd {
  readonly namespace: string;
  readonly project: string;
  readonly createProject: boolean;
  readonly applicationSet: string;
  /** With `{name}` and `{nameNormalized}`. */
  readonly applicationName: string;
  readonly repoURL: string;
  readonly targetRevision: string;
  /** Folder above the output folder, without slashes at its ends; may be empty. */
  readonly path: string;
  /** Where the ApplicationSet takes its clusters from. */
  readonly generator: 'clusters' | 'git' | 'list';
  readonly clusterSelector: Readonly<Record<string, string>>;
  readonly labels: Readonly<Record<string, string>>;
  readonly annotations: Readonly<Record<string, string>>;
  readonly syncOptions: readonly string[];
  readonly automated?: { readonly prune: boolean; readonly selfHeal: boolean };
}
