import type { ResourceRequirements, EnvironmentVariable } from './kubernetes-values.js';

/**
 * Image of a service mirror: Linkerd's controller image.
 * @since edge-24.11.2 (2.17)
 */
export interface MirrorImageValues {
  /**
   * Image without its tag.
   * @default "cr.l5d.io/linkerd/controller"
   * @example "registry.example.com/linkerd/controller"
   */
  readonly name?: string;
  /**
   * Read by nothing.
   * @default ""
   * @example "Always"
   */
  readonly pullPolicy?: '' | 'Always' | 'IfNotPresent' | 'Never';
  /**
   * Tag of the image.
   * @derived the release
   * @example "edge-26.8.3"
   */
  readonly version?: string;
}

/**
 * The local service mirror, which makes the cluster's own Services members of federated Services.
 * @since edge-24.11.2 (2.17)
 */
export interface LocalServiceMirrorValues {
  /**
   * How often an update is tried again.
   * @default 3
   * @example 5
   */
  readonly serviceMirrorRetryLimit?: number;
  /**
   * Label query: which Services of this cluster join federated Services.
   * @default "mirror.linkerd.io/federated=member"
   * @example "team=payments"
   */
  readonly federatedServiceSelector?: string;
  /**
   * Labels that are not copied, separated by commas without blanks.
   * @default ""
   * @example "app.kubernetes.io/instance,argocd.argoproj.io/*"
   * @since edge-25.3.4 (2.18)
   */
  readonly excludedLabels?: string;
  /**
   * Annotations that are not copied, separated by commas without blanks.
   * @default ""
   * @example "argocd.argoproj.io/*"
   * @since edge-25.3.4 (2.18)
   */
  readonly excludedAnnotations?: string;
  /**
   * Number of pods.
   * @default 1
   * @example 2
   */
  readonly replicas?: number;
  /**
   * Image of the local service mirror.
   * @derived the controller image of the release
   * @example { "version": "edge-26.8.3" }
   */
  readonly image?: MirrorImageValues;
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
   * Resources of the container.
   * @default {}
   * @example { "requests": { "cpu": "50m" } }
   */
  readonly resources?: ResourceRequirements;
  /**
   * More environment variables of the container. The chart's own documentation leaves it out.
   * @derived none
   * @example [{ "name": "GODEBUG", "value": "http2debug=1" }]
   */
  readonly additionalEnv?: readonly EnvironmentVariable[];
  /**
   * Like `additionalEnv`, and added after it. The chart's own documentation leaves it out.
   * @derived none
   * @example [{ "name": "GODEBUG", "value": "http2debug=1" }]
   */
  readonly experimentalEnv?: readonly EnvironmentVariable[];
}
