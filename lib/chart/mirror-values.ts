import type { EnvironmentVariable, NodeAffinity, ResourceRequirements, Toleration } from './pod-values.js';

/** Image of a service mirror: Linkerd's controller image. */
export interface MirrorImageValues {
  /** @default "cr.l5d.io/linkerd/controller" */
  readonly name?: string;
  /**
   * Read by nothing.
   * @default ""
   */
  readonly pullPolicy?: '' | 'Always' | 'IfNotPresent' | 'Never';
  /**
   * The release when absent.
   * @example "edge-26.8.3"
   */
  readonly version?: string;
}

/** The local service mirror, which makes the cluster's own Services members of federated Services. */
export interface LocalServiceMirrorValues {
  /**
   * How often an update is tried again.
   * @default 3
   */
  readonly serviceMirrorRetryLimit?: number;
  /**
   * Label query: which Services of this cluster join federated Services.
   * @default "mirror.linkerd.io/federated=member"
   */
  readonly federatedServiceSelector?: string;
  /**
   * Labels that are not copied, separated by commas without blanks.
   * @default ""
   * @since edge-25.3.4 (2.18)
   */
  readonly excludedLabels?: string;
  /**
   * Annotations that are not copied, separated by commas without blanks.
   * @default ""
   * @since edge-25.3.4 (2.18)
   */
  readonly excludedAnnotations?: string;
  /**
   * Number of pods.
   * @default 1
   */
  readonly replicas?: number;
  readonly image?: MirrorImageValues;
  /** @default "info" */
  readonly logLevel?: 'error' | 'warn' | 'info' | 'debug' | 'trace';
  /** @default "plain" */
  readonly logFormat?: 'plain' | 'json';
  /**
   * Whether the admin server has pprof endpoints.
   * @default false
   */
  readonly enablePprof?: boolean;
  /**
   * User id of the container.
   * @default 2103
   */
  readonly UID?: number;
  /**
   * Group id of the container.
   * @default 2103
   */
  readonly GID?: number;
  /**
   * Resources of the container.
   * @default {}
   */
  readonly resources?: ResourceRequirements;
  /** More environment variables of the container. The chart's own documentation leaves it out. */
  readonly additionalEnv?: readonly EnvironmentVariable[];
  /** Like `additionalEnv`, and added after it. The chart's own documentation leaves it out. */
  readonly experimentalEnv?: readonly EnvironmentVariable[];
}

/** The probe Service of a controller. */
export interface ControllerGatewayValues {
  /**
   * Whether the controller has a Service `probe-<link>`; Links without a gateway need none.
   * @default true
   */
  readonly enabled?: boolean;
  readonly probe?: {
    /**
     * Port of the Service `probe-<link>`; must equal the Link's `probeSpec.port`.
     * @default 4191
     */
    readonly port?: number;
  };
}

/** What mirror controllers have in common; each entry of `controllers` may say otherwise. */
export interface ControllerDefaultValues {
  /**
   * Number of pods; more than one keeps the others waiting.
   * @default 1
   */
  readonly replicas?: number;
  readonly image?: MirrorImageValues;
  readonly gateway?: ControllerGatewayValues;
  /** @default "info" */
  readonly logLevel?: 'error' | 'warn' | 'info' | 'debug' | 'trace';
  /** @default "plain" */
  readonly logFormat?: 'plain' | 'json';
  /**
   * Whether headless Services are mirrored as such.
   * @default false
   */
  readonly enableHeadlessServices?: boolean;
  /**
   * Whether the admin server has pprof endpoints.
   * @default false
   */
  readonly enablePprof?: boolean;
  /**
   * User id of the container.
   * @default 2103
   */
  readonly UID?: number;
  /**
   * Group id of the container.
   * @default 2103
   */
  readonly GID?: number;
  /**
   * How often an update is tried again.
   * @default 3
   */
  readonly retryLimit?: number;
  /**
   * Resources of the container; an entry's replace these whole.
   * @default {}
   */
  readonly resources?: ResourceRequirements;
  /**
   * Labels of the nodes that the pods run on; an entry's replace these whole.
   * @default {}
   */
  readonly nodeSelector?: Readonly<Record<string, string>>;
  /**
   * Tolerations of the pods; an entry's replace these whole.
   * @default {}
   */
  readonly tolerations?: readonly Toleration[] | Readonly<Record<string, never>>;
  /**
   * Whether pods avoid each other's hosts and zones. Budgets follow the entry's own key or the chart's instead.
   * @default false
   */
  readonly enablePodAntiAffinity?: boolean;
  /**
   * Kubernetes' `nodeAffinity` of the pods.
   * @default {}
   */
  readonly nodeAffinity?: NodeAffinity;
}

/** One mirror controller: the one of the Link that it names. */
export interface ControllerValues extends ControllerDefaultValues {
  readonly link: {
    readonly ref: {
      /** Name of the Link, which is also the target cluster's. */
      readonly name: string;
    };
  };
}
