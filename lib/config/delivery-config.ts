/** How Argo CD applies and deletes the objects. */
export interface DeliveryConfig {
  /**
   * Applies in three waves: Namespaces and CRDs, then accounts and rights, then all else. Off, as Argo CD orders kinds
   * within one wave by itself, and a wave that is not the last waits for the health of its objects.
   * @default false
   * @example true
   */
  readonly waves?: boolean;
  /**
   * Kinds that Argo CD neither prunes nor deletes with their Application (`Prune=false,Delete=false`): for what
   * takes more along than it holds, such as a Namespace. What is kept so has to be removed by hand, an access account too.
   * @default []
   * @example ["Namespace", "CustomResourceDefinition"]
   */
  readonly keep?: readonly string[];
}
