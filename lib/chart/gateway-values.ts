import type { Toleration } from './kubernetes-values.js';

/**
 * A range of IP addresses, as an address and the length of its prefix: `10.0.0.0/8`.
 * @format ip-range
 */
export type IpRange = string;

/**
 * The liveness probe that source clusters run against the gateway.
 * @since stable-2.14.0
 */
export interface GatewayProbeValues {
  /**
   * HTTP path of the probe, read by `link-gen` alone. The policies admit `/ready` and `/live`.
   * @default "/ready"
   * @example "/live"
   */
  readonly path?: string;
  /**
   * Service port `mc-probe`; must stay the proxy's admin port.
   * @default 4191
   * @example 4191
   */
  readonly port?: number;
  /**
   * Node port of `mc-probe`, for service types NodePort and LoadBalancer.
   * @derived chosen by the cluster
   * @example 30191
   */
  readonly nodePort?: number;
  /**
   * Time between probes, in seconds, without a unit.
   * @default 3
   * @example 10
   */
  readonly seconds?: number;
}

/**
 * The gateway: where traffic from source clusters comes in.
 * @since stable-2.14.0
 */
export interface GatewayValues {
  /**
   * Whether the cluster has a gateway; flat and federated Links need none.
   * @default true
   * @example false
   */
  readonly enabled?: boolean;
  /**
   * Number of gateway pods.
   * @default 1
   * @example 3
   */
  readonly replicas?: number;
  /**
   * Name of the gateway's Deployment, Service and ServiceAccount, and the first part of its identity.
   * @default "linkerd-gateway"
   * @example "east-gateway"
   */
  readonly name?: string;
  /**
   * Service port `mc-gateway`; keep it equal to the proxy's inbound port.
   * @default 4143
   * @example 4143
   */
  readonly port?: number;
  /**
   * Type of the gateway Service.
   * @default "LoadBalancer"
   * @example "NodePort"
   */
  readonly serviceType?: 'ClusterIP' | 'NodePort' | 'LoadBalancer' | 'ExternalName';
  /**
   * Node port of `mc-gateway`, for service types NodePort and LoadBalancer.
   * @derived chosen by the cluster
   * @example 30143
   */
  readonly nodePort?: number;
  /**
   * Node port of the load balancer's health checks; needs `serviceExternalTrafficPolicy: Local`.
   * @derived chosen by the cluster
   * @example 30000
   * @since edge-26.5.1 (2.20)
   */
  readonly healthCheckNodePort?: number;
  /**
   * The liveness probe that source clusters run against the gateway.
   * @derived `/ready` on 4191 every 3 seconds
   * @example { "nodePort": 30191 }
   */
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
   * @example "Local"
   * @since edge-24.9.1 (2.17)
   */
  readonly serviceExternalTrafficPolicy?: '' | 'Cluster' | 'Local';
  /**
   * Annotations added to the gateway's pods (not to its Deployment).
   * @default {}
   * @example { "config.linkerd.io/proxy-cpu-request": "100m" }
   */
  readonly deploymentAnnotations?: Readonly<Record<string, string>>;
  /**
   * `loadBalancerClass` of the gateway Service.
   * @default ""
   * @example "service.k8s.aws/nlb"
   * @since edge-24.3.1 (2.16)
   */
  readonly loadBalancerClass?: string;
  /**
   * `loadBalancerIP` of the gateway Service: one IPv4 or IPv6 address.
   * @format ip-address
   * @default ""
   * @example "203.0.113.7"
   */
  readonly loadBalancerIP?: string;
  /**
   * CIDR ranges that may reach the load balancer.
   * @default []
   * @example ["10.0.0.0/8"]
   */
  readonly loadBalancerSourceRanges?: readonly IpRange[];
  /**
   * How long a gateway pod may take to stop, in seconds; Kubernetes' own default when empty.
   * @default ""
   * @example 60
   */
  readonly terminationGracePeriodSeconds?: number | '';
  /**
   * Labels of the nodes that gateway pods run on.
   * @default {}
   * @example { "kubernetes.io/os": "linux" }
   */
  readonly nodeSelector?: Readonly<Record<string, string>>;
  /**
   * Tolerations of gateway pods.
   * @default []
   * @example [{ "key": "dedicated", "operator": "Exists" }]
   */
  readonly tolerations?: readonly Toleration[];
  /**
   * Image of the gateway's only declared container; the proxy beside it does the work.
   * @default "registry.k8s.io/pause:3.2"
   * @example "registry.example.com/pause:3.2"
   */
  readonly pauseImage?: string;
  /**
   * User id of the gateway's container and of the metadata Job.
   * @default 2103
   * @example 1000650000
   */
  readonly UID?: number;
  /**
   * Group id of the gateway's container and of the metadata Job.
   * @default 2103
   * @example 1000650000
   * @since edge-24.5.4 (2.16)
   */
  readonly GID?: number;
}
