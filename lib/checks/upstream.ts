/** A file of linkerd2 at the newest release the rules were read from. */
export function linkerd2(path: string, tag = 'edge-26.8.3'): string {
  return `https://github.com/linkerd/linkerd2/blob/${tag}/${path}`;
}

/** The file that turns exported Services into mirrors. */
export const clusterWatcher = linkerd2('multicluster/service-mirror/cluster_watcher.go');

/** The file that probes gateways. */
export const probeWorker = linkerd2('multicluster/service-mirror/probe_worker.go');

/** The file that starts a watcher for a Link, with its credentials. */
export const mirrorCommand = linkerd2('multicluster/cmd/service-mirror/main.go');

/** A template of the multicluster chart. */
export function chartTemplate(name: string): string {
  return linkerd2(`multicluster/charts/linkerd-multicluster/templates/${name}`);
}
