import type { ChartPart } from '../lib/chart/chart-object.js';
import type { Release } from '../lib/releases/release.js';
import type { Cluster, Link, Monitoring } from '../lib/topology/fleet.js';

/** All that the charts of one cluster are made from. */
export interface ClusterInput {
  readonly cluster: Cluster;
  readonly release: Release;
  /** The upstream chart's objects for the cluster's values. */
  readonly parts: readonly ChartPart[];
  /** Links of which this cluster is the source, each with its target cluster. */
  readonly links: readonly OutgoingLink[];
  /** Links of which this cluster is the target. */
  readonly incoming: readonly Link[];
  readonly monitoring: Monitoring;
}

/** A Link together with the cluster it names. */
export interface OutgoingLink {
  readonly link: Link;
  readonly target: Cluster;
}
