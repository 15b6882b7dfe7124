import type { ArgocdConfig } from './argocd-config.js';
import type { ClusterConfig } from './cluster-config.js';
import type { CredentialsConfig } from './credentials-config.js';
import type { DeliveryConfig } from './delivery-config.js';
import type { LinkerdConfig } from './linkerd-config.js';
import type { MonitoringConfig } from './monitoring-config.js';
import type { ClusterName, DnsLabel } from './scalars.js';
import type { Shape } from './topology-config.js';

/**
 * `config/fleet.yaml`: the facts about a fleet that nothing else can tell.
 *
 * Everything that can be derived from them is not asked for. The JSON Schema of the file is generated from
 * these types.
 */
export interface FleetConfig {
  /**
   * Name of the fleet; names the ApplicationSet and the AppProject where they are not given.
   * @example "spydersoft"
   */
  readonly name: DnsLabel;
  /**
   * What is true of Linkerd in all clusters of the fleet, its release first of all.
   * @example { "release": "edge-26.8.2" }
   */
  readonly linkerd: LinkerdConfig;
  /**
   * How Argo CD takes the output in; without it no ApplicationSet is written.
   * @example { "repoURL": "https://github.com/example/fleet" }
   */
  readonly argocd?: ArgocdConfig;
  /**
   * The clusters by name. The name is what Links, mirror services and DNS call the cluster: a mirror of
   * Service `web` from cluster `east` is `web-east`. At most 35 characters, as a DNS label.
   * @propertyNames { "$ref": "#/definitions/ClusterName" }
   * @minProperties 1
   * @example { "internal": { "argocdName": "in-cluster-local" }, "production": {} }
   */
  readonly clusters: Readonly<Record<ClusterName, ClusterConfig | null>>;
  /**
   * Who mirrors from whom. Each entry is one shape; shapes expand to directed Links and add up.
   * @default []
   * @example [{ "hubAndSpoke": { "hub": "internal", "spokes": ["production", "nonproduction"] } }]
   */
  readonly topology?: readonly Shape[];
  /**
   * Where a source cluster takes the credential for its target from; needed as soon as there is a Link.
   * @example { "externalSecrets": { "store": "vault-backend", "key": "linkerd/{source}-to-{target}" } }
   */
  readonly credentials?: CredentialsConfig;
  /**
   * Number to raise when all credentials have been replaced; a Link may have its own.
   * @minimum 1
   * @asType integer
   * @example 2
   */
  readonly credentialEpoch?: number;
  /**
   * Who scrapes metrics, and how monitors are found.
   * @example { "scrapers": [{ "namespace": "monitoring", "serviceAccount": "prometheus" }] }
   */
  readonly monitoring?: MonitoringConfig;
  /**
   * In which order Argo CD applies the objects, and which it never deletes.
   * @example { "waves": true }
   */
  readonly delivery?: DeliveryConfig;
  /**
   * Name of the output folder in the repository, which Argo CD's paths begin with; `synth` writes it there, or where
   * `--out` says.
   * @format repository-path
   * @minLength 1
   * @default "dist"
   * @example "dist"
   */
  readonly output?: string;
  /**
   * Key of the values files under which the chart's values stand, when they are those of an umbrella chart.
   * Found by itself when it is `linkerd-multicluster`.
   * @default "linkerd-multicluster"
   * @example "multicluster"
   */
  readonly wrapper?: string;
  /**
   * Most Links that are rendered; a topology that makes more is refused before one of them is made.
   * @asType integer
   * @minimum 1
   * @default 100000
   * @example 500000
   */
  readonly maxLinks?: number;
  /**
   * Diagnostics that are known and accepted, each with a reason; one that accepts nothing is reported.
   * @default []
   * @example [{ "code": "GATEWAY_OPEN", "where": "internal", "reason": "the firewall limits who reaches the gateway" }]
   */
  readonly suppress?: readonly Suppression[];
}

/** A diagnostic that is known and accepted. */
export interface Suppression {
  /**
   * Code of the diagnostic.
   * @example "GATEWAY_OPEN"
   */
  readonly code: string;
  /**
   * Where it is accepted: a cluster, a Link as `source → target` or `source/target`, an object as `Kind/name` or
   * `Kind/namespace/name`, or a file; everywhere if absent.
   * @example "internal"
   */
  readonly where?: string;
  /**
   * Why it is accepted, for the next reader.
   * @minLength 1
   * @example "the firewall limits who reaches the gateway"
   */
  readonly reason: string;
}
