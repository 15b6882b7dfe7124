import type { Toleration, ResourceRequirements, NodeAffinity } from './kubernetes-values.js';
import type { MirrorImageValues } from './mirror-values.js';

/**
 * The probe of a target gateway.
 * @since edge-25.3.3 (2.18)
 */
export interface ControllerProbeValues {
  /**
   * Port of the Service `probe-<link>`; must equal the Link's `probeSpec.port`.
   * @default 4191
   * @example 30191
   */
  readonly port?: number;
}

/**
 * The probe Service of a controller.
 * @since edge-25.3.3 (2.18)
 */
export interface ControllerGatewayValues {
  /**
   * Whether the controller has a Service `probe-<link>`; Links without a gateway need none.
   * @default true
   * @example false
   */
  readonly enabled?: boolean;
  /**
   * The probe of the target gateway.
   * @derived port 4191
   * @example { "port": 30191 }
   */
  readonly probe?: ControllerProbeValues;
}

/**
 * What mirror controllers have in common; each entry of `controllers` may say otherwise.
 * @since edge-25.3.3 (2.18)
 */
export interface ControllerDefaultValues {
  /**
   * Number of pods; more than one keeps the others waiting.
   * @default 1
   * @example 1
   */
  readonly replicas?: number;
  /**
   * Image of the controller.
   * @derived the controller image of the release
   * @example { "version": "edge-26.8.3" }
   */
  readonly image?: MirrorImageValues;
  /**
   * The probe Service of the controller.
   * @derived a Service with port 4191
   * @example { "probe": { "port": 30191 } }
   */
  readonly gateway?: ControllerGatewayValues;
  /**
   * How much is logged.
   * @default "info"
   * @example "debug"
   */
  readonly logLevel?: 'error' | 'warn' | 'info' | 'debug' | 'trace';
  /**
   * Form of the log.
   * @default "plain"
   * @example "json"
   */
  readonly logFormat?: 'plain' | 'json';
  /**
   * Whether headless Services are mirrored as such.
   * @default false
   * @example true
   */
  readonly enableHeadlessServices?: boolean;
  /**
   * Whether the admin server has pprof endpoints.
   * @default false
   * @example true
   */
  readonly enablePprof?: boolean;
  /**
   * User id of the container.
   * @default 2103
   * @example 1000650000
   */
  readonly UID?: number;
  /**
   * Group id of the container.
   * @default 2103
   * @example 1000650000
   */
  readonly GID?: number;
  /**
   * How often an update is tried again.
   * @default 3
   * @example 5
   */
  readonly retryLimit?: number;
  /**
   * Resources of the container; an entry's replace these whole.
   * @default {}
   * @example { "requests": { "cpu": "50m" } }
   */
  readonly resources?: ResourceRequirements;
  /**
   * Labels of the nodes that the pods run on; an entry's replace these whole.
   * @default {}
   * @example { "kubernetes.io/os": "linux" }
   */
  readonly nodeSelector?: Readonly<Record<string, string>>;
  /**
   * Tolerations of the pods; an entry's replace these whole.
   * @default {}
   * @example [{ "key": "dedicated", "operator": "Exists" }]
   */
  readonly tolerations?: readonly Toleration[] | Readonly<Record<string, never>>;
  /**
   * Whether pods avoid each other's hosts and zones. Budgets follow the entry's own key or the chart's instead.
   * @default false
   * @example true
   */
  readonly enablePodAntiAffinity?: boolean;
  /**
   * Kubernetes' `nodeAffinity` of the pods.
   * @since edge-25.5.4 (2.19)
   * @default {}
   * @example { "requiredDuringSchedulingIgnoredDuringExecution": { "nodeSelectorTerms": [] } }
   */
  readonly nodeAffinity?: NodeAffinity;
}

/**
 * Names a Link.
 * @since edge-25.3.3 (2.18)
 */
export interface ControllerLinkRef {
  /**
   * Name of the Link, which is also the target cluster's.
   * @example "east"
   */
  readonly name: string;
}

/**
 * The Link of a controller.
 * @since edge-25.3.3 (2.18)
 */
export interface ControllerLink {
  /**
   * Refers to the Link by its name.
   * @example { "name": "east" }
   */
  readonly ref: ControllerLinkRef;
}

/**
 * One mirror controller: the one of the Link that it names.
 * @since edge-25.3.3 (2.18)
 */
export interface ControllerValues extends ControllerDefaultValues {
  /**
   * The Link that the controller works for.
   * @example { "ref": { "name": "east" } }
   */
  readonly link: ControllerLink;
}
