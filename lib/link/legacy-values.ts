import type {
  EnvironmentVariable,
  NodeAffinity,
  PullSecret,
  ResourceRequirements,
  Toleration,
} from '../chart/kubernetes-values.js';

/**
 * The values of `linkerd-multicluster-link`, the chart that `linkerd multicluster link` rendered; never published.
 *
 * @see https://github.com/linkerd/linkerd2/blob/edge-26.8.3/multicluster/charts/linkerd-multicluster-link/values.yaml
 */
export interface LegacyLinkValues {
  /** Name of the target cluster, and of its Link. */
  readonly targetClusterName?: string;
  /** @default "cr.l5d.io/linkerd/controller" */
  readonly controllerImage?: string;
  /** The release when absent. */
  readonly controllerImageVersion?: string;
  /** Replaces the created-by annotation whole; `linkerd/cli` and the release when absent. */
  readonly cliVersion?: string;
  /** @default [] @since stable-2.14.6 */
  readonly imagePullSecrets?: readonly PullSecret[];
  /** @default {} */
  readonly podAnnotations?: Readonly<Record<string, string>>;
  /** @default {} */
  readonly podLabels?: Readonly<Record<string, string>>;
  /** Labels of all objects but pods and budgets. @default {} */
  readonly commonLabels?: Readonly<Record<string, string>>;
  /** @default false */
  readonly enableHeadlessServices?: boolean;
  /** @default false @since edge-24.10.2 (2.17) */
  readonly enableNamespaceCreation?: boolean;
  /** @default false */
  readonly enablePodAntiAffinity?: boolean;
  /** @default false */
  readonly enablePprof?: boolean;
  /** Works with `enablePodAntiAffinity` alone. */
  readonly nodeAffinity?: NodeAffinity;
  readonly gateway?: {
    /** Whether there is a Service `probe-gateway-<cluster>`. @default true */
    readonly enabled?: boolean;
    readonly probe?: {
      /** Must equal the Link's `probeSpec.port`. @default 4191 */
      readonly port?: number;
    };
  };
  /** @default "info" */
  readonly logLevel?: string;
  /** @default "plain" */
  readonly logFormat?: string;
  /** @default {} */
  readonly nodeSelector?: Readonly<Record<string, string>>;
  /** @default 1 */
  readonly replicas?: number;
  /** @default {} */
  readonly resources?: ResourceRequirements;
  /** @default 3 */
  readonly serviceMirrorRetryLimit?: number;
  /** @default 2103 */
  readonly serviceMirrorUID?: number;
  /** @default 2103 @since edge-24.5.4 (2.16) */
  readonly serviceMirrorGID?: number;
  /** @default {} */
  readonly tolerations?: readonly Toleration[];
  /** @default false */
  readonly enablePSP?: boolean;
  /** @default 10 @since edge-24.4.5 (2.16) */
  readonly revisionHistoryLimit?: number;
  /** @since edge-24.2.3 (2.15) */
  readonly serviceMirrorAdditionalEnv?: readonly EnvironmentVariable[];
  /** @since edge-24.1.1 (2.15) */
  readonly serviceMirrorExperimentalEnv?: readonly EnvironmentVariable[];
}
