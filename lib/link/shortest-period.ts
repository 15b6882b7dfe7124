/**
 * The shortest probe period that a controller takes, in nanoseconds.
 *
 * A tenth of the period, rounded down, is the range of its jitter, and an empty range panics.
 * @see https://github.com/linkerd/linkerd2/blob/edge-26.8.3/multicluster/service-mirror/probe_worker.go
 */
export const shortestPeriod = 10;
