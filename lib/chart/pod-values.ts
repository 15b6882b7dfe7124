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
