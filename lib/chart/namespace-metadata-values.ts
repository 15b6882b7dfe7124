import type { Toleration } from './kubernetes-values.js';

/**
 * Image of the metadata Job.
 * @since stable-2.14.0
 */
export interface NamespaceMetadataImageValues {
  /**
   * Registry and path of the image.
   * @default "cr.l5d.io/linkerd"
   * @example "registry.example.com/linkerd"
   */
  readonly registry?: string;
  /**
   * Name of the image.
   * @default "extension-init"
   * @example "extension-init"
   */
  readonly name?: string;
  /**
   * Tag of the image; the default depends on the release.
   * @default "v0.1.12"
   * @example "v0.1.12"
   */
  readonly tag?: string;
  /**
   * Pull policy of the image; `imagePullPolicy` when empty.
   * @default ""
   * @example "Always"
   */
  readonly pullPolicy?: '' | 'Always' | 'IfNotPresent' | 'Never';
}

/**
 * The Job that labels the namespace after an installation by Helm.
 * @since stable-2.14.0
 */
export interface NamespaceMetadataValues {
  /**
   * Image of the metadata Job.
   * @derived that of the release
   * @example { "registry": "registry.example.com/linkerd" }
   */
  readonly image?: NamespaceMetadataImageValues;
  /**
   * Labels of the nodes that the Job runs on.
   * @default {}
   * @example { "kubernetes.io/os": "linux" }
   */
  readonly nodeSelector?: Readonly<Record<string, string>>;
  /**
   * Tolerations of the Job.
   * @default []
   * @example [{ "key": "dedicated", "operator": "Exists" }]
   */
  readonly tolerations?: readonly Toleration[];
}
