/**
 * How long a repair takes for each gateway mirror, changed or not: one request for cluster objects.
 *
 * The controller's clients keep client-go's default limit, 5 requests a second for each process. Measured on
 * edge-26.8.3 with 16 mirrors; for hundreds it is extrapolated.
 * @see https://github.com/linkerd/linkerd2/blob/edge-26.8.3/multicluster/service-mirror/cluster_watcher.go
 */
export const secondsPerRepair = 0.2;

/** How long a controller takes to make a gateway mirror: three requests under the same limit; measured, 0.5 to 0.6 s. */
export const secondsPerStart = 0.6;
