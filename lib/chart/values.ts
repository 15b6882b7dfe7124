import type { HelmValue } from '../helm/value.js';
import type { ControllerDefaultValues, ControllerValues } from './controller-values.js';
import type { GatewayValues } from './gateway-values.js';
import type { Toleration, PullSecret, EnvironmentVariable, NodeAffinity } from './kubernetes-values.js';
import type { LocalServiceMirrorValues } from './mirror-values.js';
import type { NamespaceMetadataValues } from './namespace-metadata-values.js';

/**
 * What the chart reads of an `image` at top level.
 * @since stable-2.14.0
 */
export interface ChartImageValues {
  /**
   * Version in the created-by annotation.
   * @derived `linkerdVersion`
   * @example "edge-26.8.3"
   */
  readonly version?: string;
}

/**
 * The values of the chart `linkerd-multicluster`, of all releases.
 *
 * `@since` names the first release that knows a value; where there is none, every supported one does.
 * @see https://github.com/linkerd/linkerd2/blob/edge-26.8.3/multicluster/charts/linkerd-multicluster/values.yaml
 * @since stable-2.14.0
 */
export interface ChartValues {
  /**
   * The gateway: where traffic from source clusters comes in.
   * @derived a gateway behind a LoadBalancer
   * @example { "serviceType": "NodePort", "nodePort": 30143 }
   */
  readonly gateway?: GatewayValues;
  /**
   * The version in labels and in the created-by annotation.
   * @derived the release
   * @example "edge-26.8.3"
   */
  readonly linkerdVersion?: string;
  /**
   * Replaces the created-by annotation whole. The chart's own documentation leaves it out.
   * @derived `linkerd/helm` and the version
   * @example "linkerd/cli edge-26.8.3"
   */
  readonly cliVersion?: string;
  /**
   * Of this, only `version` is read: it replaces the version in created-by. The chart's own documentation leaves it out.
   * @derived `linkerdVersion`
   * @example { "version": "edge-26.8.3" }
   */
  readonly image?: ChartImageValues;
  /**
   * Annotations added to the pods of controllers and of the local service mirror.
   * @default {}
   * @example { "config.linkerd.io/proxy-cpu-request": "100m" }
   * @since edge-24.11.2 (2.17)
   */
  readonly podAnnotations?: Readonly<Record<string, string>>;
  /**
   * Labels added to all pods.
   * @default {}
   * @example { "team": "platform" }
   */
  readonly podLabels?: Readonly<Record<string, string>>;
  /**
   * Labels added to all objects but pods, and budgets of controllers and the local service mirror.
   * @default {}
   * @example { "team": "platform" }
   */
  readonly commonLabels?: Readonly<Record<string, string>>;
  /**
   * Pull policy of the metadata Job alone.
   * @default "IfNotPresent"
   * @example "Always"
   */
  readonly imagePullPolicy?: 'Always' | 'IfNotPresent' | 'Never';
  /**
   * Pull secrets of all ServiceAccounts.
   * @default []
   * @example [{ "name": "regcred" }]
   * @since stable-2.14.6
   */
  readonly imagePullSecrets?: readonly PullSecret[];
  /**
   * Read by nothing.
   * @default 4140
   * @example 4140
   */
  readonly proxyOutboundPort?: number;
  /**
   * Whether source clusters get accounts to read Services with.
   * @default true
   * @example false
   */
  readonly remoteMirrorServiceAccount?: boolean;
  /**
   * Names of these accounts: one, several separated by commas, or a list.
   * @default "linkerd-service-mirror-remote-access-default"
   * @example ["mirror-from-west", "mirror-from-north"]
   */
  readonly remoteMirrorServiceAccountName?: string | readonly string[];
  /**
   * Namespace of the control plane.
   * @default "linkerd"
   * @example "linkerd"
   */
  readonly linkerdNamespace?: string;
  /**
   * Trust domain of the mesh, the last part of the gateway's identity.
   * @default "cluster.local"
   * @example "mesh.example.com"
   */
  readonly identityTrustDomain?: string;
  /**
   * The Job that labels the namespace after an installation by Helm.
   * @derived the image of the release, on any node
   * @example { "image": { "registry": "registry.example.com/linkerd" } }
   */
  readonly namespaceMetadata?: NamespaceMetadataValues;
  /**
   * Whether to bind accounts to the control plane's PodSecurityPolicy, which Kubernetes 1.25 removed.
   * @default false
   * @example false
   */
  readonly enablePSP?: boolean;
  /**
   * Whether controllers create the namespaces of mirrors.
   * @default false
   * @example true
   * @since edge-25.3.3 (2.18)
   */
  readonly enableNamespaceCreation?: boolean;
  /**
   * Whether pods of the gateway and the local service mirror avoid each other's hosts and zones.
   * @default false
   * @example true
   */
  readonly enablePodAntiAffinity?: boolean;
  /**
   * Kubernetes' `nodeAffinity` of the gateway; of the local service mirror only together with `enablePodAntiAffinity`.
   * @derived any node
   * @example { "requiredDuringSchedulingIgnoredDuringExecution": { "nodeSelectorTerms": [] } }
   */
  readonly nodeAffinity?: NodeAffinity;
  /**
   * Labels of the nodes that the local service mirror runs on. The chart's own documentation leaves it out.
   * @derived any node
   * @example { "kubernetes.io/os": "linux" }
   * @since edge-24.11.2 (2.17)
   */
  readonly nodeSelector?: Readonly<Record<string, string>>;
  /**
   * Tolerations of the local service mirror. The chart's own documentation leaves it out.
   * @derived none
   * @example [{ "key": "dedicated", "operator": "Exists" }]
   * @since edge-24.11.2 (2.17)
   */
  readonly tolerations?: readonly Toleration[];
  /**
   * Whether a Job labels the namespace after an installation by Helm.
   * @default true
   * @example false
   * @since edge-24.1.3 (2.15)
   */
  readonly createNamespaceMetadataJob?: boolean;
  /**
   * How many old ReplicaSets a Deployment keeps.
   * @default 10
   * @example 3
   * @since edge-24.4.5 (2.16)
   */
  readonly revisionHistoryLimit?: number;
  /**
   * The local service mirror, which makes the cluster's own Services members of federated Services.
   * @derived one replica with default settings
   * @example { "logLevel": "debug" }
   * @since edge-24.11.2 (2.17)
   */
  readonly localServiceMirror?: LocalServiceMirrorValues;
  /**
   * The mirror controllers, one for each Link.
   * @default []
   * @example [{ "link": { "ref": { "name": "east" } }, "gateway": { "probe": { "port": 30191 } } }]
   * @since edge-25.3.3 (2.18)
   */
  readonly controllers?: readonly ControllerValues[];
  /**
   * What mirror controllers have in common; each entry of `controllers` may say otherwise.
   * @derived every key has a default of its own
   * @example { "logLevel": "debug" }
   * @since edge-25.3.3 (2.18)
   */
  readonly controllerDefaults?: ControllerDefaultValues;
  /**
   * More environment variables of controllers. The chart's own documentation leaves it out.
   * @derived none
   * @example [{ "name": "GODEBUG", "value": "http2debug=1" }]
   * @since edge-25.3.3 (2.18)
   */
  readonly serviceMirrorAdditionalEnv?: readonly EnvironmentVariable[];
  /**
   * Like `serviceMirrorAdditionalEnv`, and added after it. The chart's own documentation leaves it out.
   * @derived none
   * @example [{ "name": "GODEBUG", "value": "http2debug=1" }]
   * @since edge-25.3.3 (2.18)
   */
  readonly serviceMirrorExperimentalEnv?: readonly EnvironmentVariable[];
  /**
   * Whether the cluster uses the CNI plugin; only the CLI's Namespace reads it. The chart's own documentation leaves it out.
   * @derived no CNI plugin
   * @example true
   */
  readonly cniEnabled?: boolean;
}

/**
 * Values as they really come: the keys of `T`, each with whatever a file holds. Nothing checks values before the chart reads them.
 */
export type Raw<T> = { readonly [K in keyof Required<T>]?: HelmValue };
