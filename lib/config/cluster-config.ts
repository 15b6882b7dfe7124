/** One cluster: only what cannot be derived. */
export interface ClusterConfig {
  /**
   * The name Argo CD knows the cluster by; names its values file and its folder in the output.
   * @derived the cluster's key
   * @example "in-cluster-local"
   */
  readonly argocdName?: string;
  /**
   * How other clusters reach this one's gateway; needed when a Link in gateway mode targets it.
   * @example { "address": "gateway.example.com", "serviceType": "NodePort", "nodePort": 30143 }
   */
  readonly gateway?: GatewayConfig;
  /**
   * Address of the Kubernetes API as the source clusters reach it, asked for only where credentials are built
   * from the fleet.
   * @pattern ^https://
   * @example "https://cp-production.example.com:6443"
   */
  readonly apiServer?: string;
  /**
   * Trust domain, where it is not the fleet's.
   * @derived the fleet's, `linkerd.trustDomain`
   * @example "east.example.com"
   */
  readonly trustDomain?: string;
  /**
   * DNS domain of Services, where it is not the fleet's.
   * @derived the fleet's, `linkerd.clusterDomain`
   * @example "east.local"
   */
  readonly clusterDomain?: string;
  /**
   * Namespace of the control plane, where it is not the fleet's.
   * @derived the fleet's, `linkerd.namespace`
   * @example "linkerd"
   */
  readonly linkerdNamespace?: string;
  /**
   * Renders a ServiceMonitor for the gateway and PodMonitors for controllers and local service mirror. Needs
   * the CRDs of the Prometheus operator in the cluster, and a scraper under `monitoring.scrapers`.
   * @default false
   */
  readonly enableServiceMonitor?: boolean;
}

/** How other clusters reach a gateway. The chart values of the same meaning follow from it. */
export interface GatewayConfig {
  /**
   * Host name or IP address by which source clusters reach the gateway, without a port; several are separated
   * by commas.
   * @example "gateway.example.com"
   */
  readonly address?: string;
  /**
   * Type of the gateway Service.
   * @default "LoadBalancer"
   */
  readonly serviceType?: 'ClusterIP' | 'LoadBalancer' | 'NodePort';
  /**
   * Port of the gateway Service; the proxy's inbound port.
   * @default 4143
   * @minimum 1
   * @maximum 65535
   * @asType integer
   */
  readonly port?: number;
  /**
   * Node port of the gateway, for Services of type NodePort and LoadBalancer.
   * @minimum 1
   * @maximum 65535
   * @asType integer
   * @example 30143
   */
  readonly nodePort?: number;
  /**
   * Where the gateway answers health probes, where it is not the usual port.
   * @example { "nodePort": 30191 }
   */
  readonly probe?: GatewayProbeConfig;
}

/** Where the gateway answers health probes. */
export interface GatewayProbeConfig {
  /**
   * Port of the gateway Service for probes; the proxy's admin port.
   * @default 4191
   * @minimum 1
   * @maximum 65535
   * @asType integer
   */
  readonly port?: number;
  /**
   * Node port of the probe.
   * @minimum 1
   * @maximum 65535
   * @asType integer
   * @example 30191
   */
  readonly nodePort?: number;
  /**
   * HTTP path of the probe.
   * @default "/ready"
   * @example "/ready"
   */
  readonly path?: string;
}
