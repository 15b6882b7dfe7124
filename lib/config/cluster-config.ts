import type { PatchConfig } from './patch-config.js';
import type { ArgocdName, DnsLabel, DnsName, GatewayAddress, Port } from './scalars.js';

/** One cluster: only what cannot be derived. */
export interface ClusterConfig {
  /**
   * The name Argo CD knows the cluster by; names its values file and its folder in the output.
   * @derived the cluster's key
   * @example "in-cluster-local"
   */
  readonly argocdName?: ArgocdName;
  /**
   * How other clusters reach this one's gateway; needed when a Link in gateway mode targets it.
   * @example { "address": "gateway.example.com", "serviceType": "NodePort", "nodePort": 30143 }
   */
  readonly gateway?: GatewayConfig;
  /**
   * The Kubernetes API as source clusters reach it, asked for only where credentials are built from the fleet.
   * @example "https://cp-production.example.com:6443"
   */
  readonly apiServer?: ApiServer;
  /**
   * Trust domain, where it is not the fleet's.
   * @derived the fleet's, `linkerd.trustDomain`
   * @example "east.example.com"
   */
  readonly trustDomain?: DnsName;
  /**
   * DNS domain of Services, where it is not the fleet's.
   * @derived the fleet's, `linkerd.clusterDomain`
   * @example "east.local"
   */
  readonly clusterDomain?: DnsName;
  /**
   * Namespace of the control plane, where it is not the fleet's.
   * @derived the fleet's, `linkerd.namespace`
   * @example "linkerd"
   */
  readonly linkerdNamespace?: DnsLabel;
  /**
   * Renders a ServiceMonitor for the gateway and PodMonitors for controllers and local service mirror. Needs
   * the CRDs of the Prometheus operator in the cluster, and a scraper under `monitoring.scrapers`.
   * @default false
   * @example true
   */
  readonly enableServiceMonitor?: boolean;
  /**
   * Files of further objects for the cluster, relative to the fleet file. They are checked like our own and go into
   * `extra.yaml`. One that needs a namespace and names none gets that of the extension, as Argo CD would do.
   * @default []
   * @example ["extra/network-policy.yaml"]
   */
  readonly extraManifests?: readonly string[];
  /**
   * Changes to objects that are rendered for the cluster, applied in order; extra manifests can be changed too.
   * @default []
   * @example [{ "target": { "kind": "Deployment", "name": "linkerd-gateway" }, "merge": { "spec": { "revisionHistoryLimit": 5 } } }]
   */
  readonly patches?: readonly PatchConfig[];
}

/**
 * Address of a Kubernetes API, `https://` with an optional port.
 * @format https-url
 * @pattern ^https://
 */
export type ApiServerURL = string;

/** The Kubernetes API of a cluster: its address, or address and CA. */
export type ApiServer = ApiServerURL | ApiServerConfig;

/** Address of a Kubernetes API and how its certificate is checked. */
export interface ApiServerConfig {
  /**
   * Address as source clusters reach it.
   * @example "https://cp-production.example.com:6443"
   */
  readonly url: ApiServerURL;
  /**
   * Which CA its certificate is checked with: the one that comes with the token, the system's roots, or a PEM
   * written here. The token's is wrong behind a proxy or load balancer that ends TLS.
   * @default "fromToken"
   * @example "system"
   */
  readonly ca?: string;
}

/** How other clusters reach a gateway. The chart values of the same meaning follow from it. */
export interface GatewayConfig {
  /**
   * Host name or IP address by which source clusters reach the gateway, without a port; several are separated
   * by commas.
   * @example "gateway.example.com"
   */
  readonly address?: GatewayAddress;
  /**
   * Type of the gateway Service.
   * @default "LoadBalancer"
   * @example "NodePort"
   */
  readonly serviceType?: 'ClusterIP' | 'LoadBalancer' | 'NodePort';
  /**
   * Port of the gateway Service; the proxy's inbound port.
   * @default 4143
   * @example 4143
   */
  readonly port?: Port;
  /**
   * Node port of the gateway, for Services of type NodePort and LoadBalancer.
   * @example 30143
   */
  readonly nodePort?: Port;
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
   * @example 4191
   */
  readonly port?: Port;
  /**
   * Node port of the probe.
   * @example 30191
   */
  readonly nodePort?: Port;
  /**
   * HTTP path of the probe.
   * @format url-path
   * @pattern ^/
   * @default "/ready"
   * @example "/ready"
   */
  readonly path?: string;
}
