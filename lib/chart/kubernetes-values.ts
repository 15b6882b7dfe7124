/**
 * A Kubernetes toleration, written as it is.
 * @since stable-2.14.0
 */
export interface Toleration {
  /**
   * Taint key that is tolerated.
   * @derived every key, with operator Exists
   * @example "dedicated"
   */
  readonly key?: string;
  /**
   * How `value` compares with that of the taint.
   * @default "Equal"
   * @example "Exists"
   */
  readonly operator?: 'Exists' | 'Equal';
  /**
   * Taint value that is tolerated; none with operator Exists.
   * @default ""
   * @example "gateways"
   */
  readonly value?: string;
  /**
   * Taint effect that is tolerated.
   * @derived every effect
   * @example "NoSchedule"
   */
  readonly effect?: 'NoSchedule' | 'PreferNoSchedule' | 'NoExecute';
  /**
   * How long a NoExecute taint is tolerated, in seconds.
   * @derived for ever
   * @example 300
   */
  readonly tolerationSeconds?: number;
}

/**
 * `resources` of a container in Kubernetes' own shape, not the control plane chart's `{cpu: {request, limit}}`.
 * @since edge-24.11.2 (2.17)
 */
export interface ResourceRequirements {
  /**
   * The most that the container may use, by resource.
   * @derived no limit
   * @example { "memory": "100Mi" }
   */
  readonly limits?: Readonly<Record<string, string | number>>;
  /**
   * What the scheduler reserves for the container, by resource.
   * @derived the limits
   * @example { "cpu": "50m", "memory": "50Mi" }
   */
  readonly requests?: Readonly<Record<string, string | number>>;
  /**
   * Claims of the pod that the container uses.
   * @derived no claims
   * @example [{ "name": "nic" }]
   */
  readonly claims?: readonly ResourceClaim[];
}

/**
 * A claim of the pod that a container uses.
 * @since edge-24.11.2 (2.17)
 */
export interface ResourceClaim {
  /**
   * Name of a claim in the pod spec.
   * @example "nic"
   */
  readonly name: string;
  /**
   * The one request of the claim that is meant.
   * @derived all of the claim
   * @example "fast"
   */
  readonly request?: string;
}

/**
 * A reference to a pull secret in the release namespace.
 * @since stable-2.14.6
 */
export interface PullSecret {
  /**
   * Name of a Secret with registry credentials.
   * @example "regcred"
   */
  readonly name: string;
}

/**
 * An environment variable of a container, in Kubernetes' own shape.
 * @since edge-24.11.2 (2.17)
 */
export interface EnvironmentVariable {
  /**
   * Name of the variable.
   * @example "GODEBUG"
   */
  readonly name: string;
  /**
   * Value of the variable.
   * @default ""
   * @example "http2debug=1"
   */
  readonly value?: string;
  /**
   * Where the value comes from instead, in the shape of Kubernetes.
   * @derived `value`
   * @example { "fieldRef": { "fieldPath": "spec.nodeName" } }
   */
  readonly valueFrom?: Readonly<Record<string, unknown>>;
}

/** Kubernetes' `nodeAffinity`, written as it is. */
export type NodeAffinity = Readonly<Record<string, unknown>>;
