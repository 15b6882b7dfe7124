/**
 * Name of both credential Secrets of a Link, which is called like its target cluster.
 *
 * The Role of its controller allows exactly this one.
 * @see https://github.com/linkerd/linkerd2/blob/edge-26.8.3/multicluster/charts/linkerd-multicluster/templates/controller/rbac.yaml
 */
export function credentialsName(link: string): string {
  return `cluster-credentials-${link}`;
}
