import type { HelmValue } from '../helm/value.js';
import type { GatewayValues } from './gateway-values.js';
import type { ControllerDefaultValues, ControllerValues, LocalServiceMirrorValues } from './mirror-values.js';
import type { EnvironmentVariable, NodeAffinity, PullSecret, Toleration } from './pod-values.js';

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
