import type { HelmValue } from '../helm/value.js';

/** A Kubernetes toleration, written as it is. */
export interface Toleration {
  readonly key?: string;
  readonly operator?: 'Exists' | 'Equal';
  readonly value?: string;
  readonly effect?: 'NoSchedule' | 'PreferNoSchedule' | 'NoExecute';
  readonly tolerationSeconds?: number;
}

/** `resources` of a container in Kubernetes' own shape, not the control plane chart's `{cpu: {request, limit}}`. */
export interface ResourceRequirements {
  readonly limits?: Readonly<Record<string, string | number>>;
  readonly requests?: Readonly<Record<string, string | number>>;
  readonly claims?: readonly { readonly name: string; readonly request?: string }[];
}

/** A reference to a pull secret in the release namespace. */
export interface PullSecret {
  readonly name: string;
}

/** An environment variable of a container, in Kubernetes' own shape. */
export interface EnvironmentVariable {
  readonly name: string;
  readonly value?: string;
  readonly valueFrom?: Readonly<Record<string, unknown>>;
}

/** Kubernetes' `nodeAffinity`, written as it is. */
export type NodeAffinity = Readonly<Record<string, unknown>>;

/** The liveness probe that source clusters run against the gateway. */
export interface GatewayProbeValues {
  /**
   * HTTP path of the probe, read by `link-gen` alone. The policies admit `/ready` and `/live`.
   * @default "/ready"
   */
  readonly path?: string;
  /**
   * Service port `mc-probe`; must stay the proxy's admin port.
   * @default 4191
   */
  readonly port?: number;
  /** Node port of `mc-probe`, for service types NodePort and LoadBalancer. Chosen by the cluster when absent. */
  readonly nodePort?: number;
  /**
   * Time between probes, in seconds, without a unit.
   * @default 3
   */
  readonly seconds?: number;
}

/** The gateway: where traffic from source clusters comes in. */
export interface GatewayValues {
  /**
   * Whether the cluster has a gateway; flat and federated Links need none.
   * @default true
   */
  readonly enabled?: boolean;
  /**
   * Number of gateway pods.
   * @default 1
   */
  readonly replicas?: number;
  /**
   * Name of the gateway's Deployment, Service and ServiceAccount, and the first part of its identity.
   * @default "linkerd-gateway"
   */
  readonly name?: string;
  /**
   * Service port `mc-gateway`; keep it equal to the proxy's inbound port.
   * @default 4143
   */
  readonly port?: number;
  /**
   * Type of the gateway Service.
   * @default "LoadBalancer"
   */
  readonly serviceType?: 'ClusterIP' | 'NodePort' | 'LoadBalancer' | 'ExternalName';
  /** Node port of `mc-gateway`, for service types NodePort and LoadBalancer. Chosen by the cluster when absent. */
  readonly nodePort?: number;
  /**
   * Node port of the load balancer's health checks; needs `serviceExternalTrafficPolicy: Local`.
   * @since edge-26.5.1 (2.20)
   */
  readonly healthCheckNodePort?: number;
  readonly probe?: GatewayProbeValues;
  /**
   * Annotations added to the gateway Service, such as a cloud's load balancer settings.
   * @default {}
   * @example { "service.beta.kubernetes.io/aws-load-balancer-type": "nlb" }
   */
  readonly serviceAnnotations?: Readonly<Record<string, string>>;
  /**
   * `externalTrafficPolicy` of the gateway Service.
   * @default ""
   * @since edge-24.9.1 (2.17)
   */
  readonly serviceExternalTrafficPolicy?: '' | 'Cluster' | 'Local';
  /**
   * Annotations added to the gateway's pods (not to its Deployment).
   * @default {}
   */
  readonly deploymentAnnotations?: Readonly<Record<string, string>>;
  /**
   * `loadBalancerClass` of the gateway Service.
   * @default ""
   * @since edge-24.3.1 (2.16)
   */
  readonly loadBalancerClass?: string;
  /**
   * `loadBalancerIP` of the gateway Service.
   * @default ""
   */
  readonly loadBalancerIP?: string;
  /**
   * CIDR ranges that may reach the load balancer.
   * @default []
   * @example ["10.0.0.0/8"]
   */
  readonly loadBalancerSourceRanges?: readonly string[];
  /**
   * How long a gateway pod may take to stop, in seconds; Kubernetes' own default when empty.
   * @default ""
   */
  readonly terminationGracePeriodSeconds?: number | '';
  /**
   * Labels of the nodes that gateway pods run on.
   * @default {}
   */
  readonly nodeSelector?: Readonly<Record<string, string>>;
  /**
   * Tolerations of gateway pods.
   * @default []
   */
  readonly tolerations?: readonly Toleration[];
  /**
   * Image of the gateway's only declared container; the proxy beside it does the work.
   * @default "registry.k8s.io/pause:3.2"
   */
  readonly pauseImage?: string;
  /**
   * User id of the gateway's container and of the metadata Job.
   * @default 2103
   */
  readonly UID?: number;
  /**
   * Group id of the gateway's container and of the metadata Job.
   * @default 2103
   * @since edge-24.5.4 (2.16)
   */
  readonly GID?: number;
}

/** Image of the metadata Job. */
export interface NamespaceMetadataImageValues {
  /** @default "cr.l5d.io/linkerd" */
  readonly registry?: string;
  /** @default "extension-init" */
  readonly name?: string;
  /**
   * Depends on the release.
   * @default "v0.1.12"
   */
  readonly tag?: string;
  /**
   * `imagePullPolicy` when empty.
   * @default ""
   */
  readonly pullPolicy?: '' | 'Always' | 'IfNotPresent' | 'Never';
}

/** The Job that labels the namespace after an installation by Helm. */
export interface NamespaceMetadataValues {
  readonly image?: NamespaceMetadataImageValues;
  /**
   * Labels of the nodes that the Job runs on.
   * @default {}
   */
  readonly nodeSelector?: Readonly<Record<string, string>>;
  /**
   * Tolerations of the Job.
   * @default []
   */
  readonly tolerations?: readonly Toleration[];
}

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

/**
 * The values of the chart `linkerd-multicluster`, of all releases.
 *
 * `@since` names the first release that knows a value; where there is none, every supported one does.
 * @see https://github.com/linkerd/linkerd2/blob/edge-26.8.3/multicluster/charts/linkerd-multicluster/values.yaml
 */
export interface ChartValues {
  readonly gateway?: GatewayValues;
  /**
   * The version in labels and in the created-by annotation. The release when absent.
   * @example "edge-26.8.3"
   */
  readonly linkerdVersion?: string;
  /** Replaces the created-by annotation whole. The chart's own documentation leaves it out. */
  readonly cliVersion?: string;
  /** Of this, only `version` is read: it replaces the version in created-by. The chart's own documentation leaves it out. */
  readonly image?: { readonly version?: string };
  /**
   * Annotations added to the pods of controllers and of the local service mirror.
   * @default {}
   * @since edge-24.11.2 (2.17)
   */
  readonly podAnnotations?: Readonly<Record<string, string>>;
  /**
   * Labels added to all pods.
   * @default {}
   */
  readonly podLabels?: Readonly<Record<string, string>>;
  /**
   * Labels added to all objects but pods, and budgets of controllers and the local service mirror.
   * @default {}
   */
  readonly commonLabels?: Readonly<Record<string, string>>;
  /**
   * Pull policy of the metadata Job alone.
   * @default "IfNotPresent"
   */
  readonly imagePullPolicy?: 'Always' | 'IfNotPresent' | 'Never';
  /**
   * Pull secrets of all ServiceAccounts.
   * @default []
   * @since stable-2.14.6
   */
  readonly imagePullSecrets?: readonly PullSecret[];
  /**
   * Read by nothing.
   * @default 4140
   */
  readonly proxyOutboundPort?: number;
  /**
   * Whether source clusters get accounts to read Services with.
   * @default true
   */
  readonly remoteMirrorServiceAccount?: boolean;
  /**
   * Names of these accounts: one, several separated by commas, or a list.
   * @default "linkerd-service-mirror-remote-access-default"
   */
  readonly remoteMirrorServiceAccountName?: string | readonly string[];
  /**
   * Namespace of the control plane.
   * @default "linkerd"
   */
  readonly linkerdNamespace?: string;
  /**
   * Trust domain of the mesh, the last part of the gateway's identity.
   * @default "cluster.local"
   */
  readonly identityTrustDomain?: string;
  readonly namespaceMetadata?: NamespaceMetadataValues;
  /**
   * Whether to bind accounts to the control plane's PodSecurityPolicy, which Kubernetes 1.25 removed.
   * @default false
   */
  readonly enablePSP?: boolean;
  /**
   * Whether controllers create the namespaces of mirrors.
   * @default false
   * @since edge-25.3.3 (2.18)
   */
  readonly enableNamespaceCreation?: boolean;
  /**
   * Whether pods of the gateway and the local service mirror avoid each other's hosts and zones.
   * @default false
   */
  readonly enablePodAntiAffinity?: boolean;
  /** Kubernetes' `nodeAffinity` of the gateway; of the local service mirror only together with `enablePodAntiAffinity`. */
  readonly nodeAffinity?: NodeAffinity;
  /**
   * Labels of the nodes that the local service mirror runs on. The chart's own documentation leaves it out.
   * @since edge-24.11.2 (2.17)
   */
  readonly nodeSelector?: Readonly<Record<string, string>>;
  /**
   * Tolerations of the local service mirror. The chart's own documentation leaves it out.
   * @since edge-24.11.2 (2.17)
   */
  readonly tolerations?: readonly Toleration[];
  /**
   * Whether a Job labels the namespace after an installation by Helm.
   * @default true
   * @since edge-24.1.3 (2.15)
   */
  readonly createNamespaceMetadataJob?: boolean;
  /**
   * How many old ReplicaSets a Deployment keeps.
   * @default 10
   * @since edge-24.4.5 (2.16)
   */
  readonly revisionHistoryLimit?: number;
  /** @since edge-24.11.2 (2.17) */
  readonly localServiceMirror?: LocalServiceMirrorValues;
  /**
   * The mirror controllers, one for each Link.
   * @default []
   * @since edge-25.3.3 (2.18)
   */
  readonly controllers?: readonly ControllerValues[];
  /** @since edge-25.3.3 (2.18) */
  readonly controllerDefaults?: ControllerDefaultValues;
  /**
   * More environment variables of controllers. The chart's own documentation leaves it out.
   * @since edge-25.3.3 (2.18)
   */
  readonly serviceMirrorAdditionalEnv?: readonly EnvironmentVariable[];
  /**
   * Like `serviceMirrorAdditionalEnv`, and added after it. The chart's own documentation leaves it out.
   * @since edge-25.3.3 (2.18)
   */
  readonly serviceMirrorExperimentalEnv?: readonly EnvironmentVariable[];
  /** Whether the cluster uses the CNI plugin; only the CLI's Namespace reads it. The chart's own documentation leaves it out. */
  readonly cniEnabled?: boolean;
}

/**
 * Values as they really come: the keys of `T`, each with whatever a file holds. Nothing checks values before the chart reads them.
 */
export type Raw<T> = { readonly [K in keyof Required<T>]?: HelmValue };
