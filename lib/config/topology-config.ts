import type { CredentialsConfig } from './credentials-config.js';
import type { ClusterName, ExcludedKey, GoDuration, LabelKey, LabelValue, Labels } from './scalars.js';

/** One shape of the topology: a mapping with exactly one key. */
export type Shape =
  | {
      /**
       * Spokes that mirror from one hub.
       * @example { "hub": "internal", "spokes": ["production", "nonproduction"] }
       */
      readonly hubAndSpoke: HubAndSpokeConfig;
    }
  | {
      /**
       * Clusters that mirror from each other.
       * @example { "clusters": ["east", "west", "north"] }
       */
      readonly mesh: MeshConfig;
    }
  | {
      /**
       * Two clusters that mirror from each other.
       * @example { "clusters": ["east", "west"] }
       */
      readonly pair: PairConfig;
    }
  | {
      /**
       * One cluster that mirrors from another.
       * @example { "source": "production", "target": "internal" }
       */
      readonly link: LinkConfig;
    };

/** Spokes mirror from one hub. */
export interface HubAndSpokeConfig extends LinkOptions {
  /**
   * The target cluster.
   * @example "internal"
   */
  readonly hub: ClusterName;
  /**
   * The source clusters.
   * @minItems 1
   * @derived all clusters but the hub
   * @example ["production", "nonproduction"]
   */
  readonly spokes?: readonly ClusterName[];
}

/** Each cluster mirrors from each other one. */
export interface MeshConfig extends LinkOptions {
  /**
   * The clusters of the mesh.
   * @minItems 2
   * @derived all clusters
   * @example ["east", "west", "north"]
   */
  readonly clusters?: readonly ClusterName[];
}

/** Two clusters mirror from each other. */
export interface PairConfig extends LinkOptions {
  /**
   * The two clusters.
   * @minItems 2
   * @maxItems 2
   * @example ["east", "west"]
   */
  readonly clusters: readonly ClusterName[];
}

/** One directed Link. */
export interface LinkConfig extends LinkOptions {
  /**
   * The cluster that calls: it holds the Link and runs the service mirror.
   * @example "production"
   */
  readonly source: ClusterName;
  /**
   * The cluster that exports.
   * @example "internal"
   */
  readonly target: ClusterName;
}

/** What may be said of one Link, or of all Links of a shape. */
export interface LinkOptions {
  /**
   * How traffic flows: through the target's gateway, straight from pod to pod, or as members of federated
   * services.
   * @default "gateway"
   * @example "federated"
   */
  readonly mode?: LinkMode;
  /**
   * How often and how patiently the target's gateway is probed: `standard` every 3 s, `aggressive` every 1 s,
   * `relaxed` every 10 s, or explicit figures.
   * @default "standard"
   * @example { "period": "5s", "timeout": "10s", "failureThreshold": 2 }
   */
  readonly probe?: ProbePreset | ProbeConfig;
  /**
   * Services of the target to mirror through its gateway; link-gen's own by default.
   * @example { "matchLabels": { "mirror.linkerd.io/exported": "true" } }
   */
  readonly selector?: SelectorConfig;
  /**
   * Services of the target to mirror for pod-to-pod traffic; link-gen's own by default.
   * @example { "matchLabels": { "mirror.linkerd.io/exported": "remote-discovery" } }
   */
  readonly remoteDiscoverySelector?: SelectorConfig;
  /**
   * Services of the target that join federated services; link-gen's own by default.
   * @example { "matchLabels": { "mirror.linkerd.io/federated": "member" } }
   */
  readonly federatedServiceSelector?: SelectorConfig;
  /**
   * Labels that are not copied to mirror services, exact or as `prefix/*`, beside those of Argo CD.
   * @default []
   * @example ["team.example.com/*"]
   */
  readonly excludedLabels?: readonly ExcludedKey[];
  /**
   * Annotations that are not copied to mirror services, exact or as `prefix/*`, beside those of Argo CD.
   * @default []
   * @example ["external-dns.alpha.kubernetes.io/*"]
   */
  readonly excludedAnnotations?: readonly ExcludedKey[];
  /**
   * Credentials of this Link, where they are not the fleet's.
   * @derived the fleet's, `credentials`
   * @example { "manual": {} }
   */
  readonly credentials?: CredentialsConfig;
  /**
   * Number to raise when the credential of this Link has been replaced, where it is not the fleet's. Both readers
   * notice nothing by themselves: the controller restarts when this changes.
   * @minimum 1
   * @asType integer
   * @example 2
   */
  readonly credentialEpoch?: number;
}

/** How a Link carries traffic. */
export type LinkMode = 'gateway' | 'flat' | 'federated';

/** A named set of probe figures. */
export type ProbePreset = 'standard' | 'aggressive' | 'relaxed';

/** Figures of the gateway probe. */
export interface ProbeConfig {
  /**
   * Time between two probes, a Go duration.
   * @default "3s"
   * @example "5s"
   */
  readonly period?: GoDuration;
  /**
   * Time after which one probe has failed, a Go duration.
   * @default "30s"
   * @example "10s"
   */
  readonly timeout?: GoDuration;
  /**
   * Failures in a row after which the gateway counts as dead.
   * @default 3
   * @example 5
   * @minimum 1
   * @asType integer
   */
  readonly failureThreshold?: number;
}

/** A Kubernetes label selector over Services of the target. */
export interface SelectorConfig {
  /**
   * Labels that must be equal.
   * @example { "mirror.linkerd.io/exported": "true" }
   */
  readonly matchLabels?: Labels;
  /**
   * Further terms; all must hold.
   * @example [{ "key": "mirror.linkerd.io/exported", "operator": "Exists" }]
   */
  readonly matchExpressions?: readonly SelectorTerm[];
}

/** One term of a selector. */
export interface SelectorTerm {
  /**
   * Label key.
   * @example "mirror.linkerd.io/exported"
   */
  readonly key: LabelKey;
  /**
   * How the label is compared.
   * @example "In"
   */
  readonly operator: 'In' | 'NotIn' | 'Exists' | 'DoesNotExist';
  /**
   * Values for `In` and `NotIn`; none for the other operators.
   * @default []
   * @example ["true", "remote-discovery"]
   */
  readonly values?: readonly LabelValue[];
}
