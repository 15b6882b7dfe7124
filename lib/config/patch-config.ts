/** A change to one object that is rendered for a cluster. */
export interface PatchConfig {
  /**
   * The object; one that is not rendered is an error.
   * @example { "kind": "Deployment", "name": "linkerd-gateway" }
   */
  readonly target: PatchTarget;
  /**
   * What to change, as a JSON merge patch: mappings are merged, lists replaced, and `null` removes a field. Identity
   * (`apiVersion`, `kind`, `metadata.name` and `metadata.namespace`) stays.
   * @example { "spec": { "revisionHistoryLimit": 5 } }
   */
  readonly merge: Readonly<Record<string, unknown>>;
}

/** Names an object that is rendered. */
export interface PatchTarget {
  /**
   * Kind of the object.
   * @minLength 1
   * @example "Deployment"
   */
  readonly kind: string;
  /**
   * Name of the object.
   * @minLength 1
   * @example "linkerd-gateway"
   */
  readonly name: string;
  /**
   * Namespace of the object, where two have the same kind and name.
   * @example "linkerd-multicluster"
   */
  readonly namespace?: string;
}
