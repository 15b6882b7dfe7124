import type { Toleration } from './pod-values.js';

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
