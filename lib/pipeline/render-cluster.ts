import type { IConstruct } from 'constructs';
import { clusterCharts } from '../../charts/cluster-charts.js';
import type { ConcernChart } from '../../charts/concern-chart.js';
import { renderChart } from '../chart/chart.js';
import { ObjectsConstruct } from '../constructs/objects-construct.js';
import { PlainObject } from '../constructs/plain-object.js';
import type { Diagnostic } from '../diagnostics/diagnostic.js';
import type { Manifest } from '../manifests/manifest.js';
import type { RepeatedObjects } from '../manifests/repeated-objects.js';
import { orderManifests } from '../manifests/order.js';
import type { Release } from '../releases/release.js';
import type { Cluster, Fleet, Link } from '../topology/fleet.js';

/** One file of a cluster's folder, its objects in their total order. */
export interface RenderedFile {
  /** Relative to the cluster's folder: `gateway.yaml`. */
  readonly file: string;
  readonly manifests: readonly Manifest[];
}

/** What a cluster needs to be rendered, besides itself. */
export interface ClusterSurroundings {
  readonly fleet: Pick<Fleet, 'monitoring'>;
  readonly release: Release;
  /** Links of which the cluster is the source. */
  readonly links: readonly Link[];
  /** Links of which the cluster is the target. */
  readonly incoming: readonly Link[];
  readonly clusterOf: (name: string) => Cluster;
  /** Remembers objects from one cluster to the next. */
  readonly repeated: RepeatedObjects;
}

/**
 * The files of one cluster, as plain objects, each rendered when it is asked for; nothing of the cluster's App is kept.
 *
 * Reports what the chart refuses of the cluster's values.
 */
export function renderCluster(
  cluster: Cluster,
  { fleet, release, links, incoming, clusterOf, repeated }: ClusterSurroundings,
): { files: Iterable<RenderedFile>; diagnostics: readonly Diagnostic[] } {
  const { parts, diagnostics } = renderChart({
    release,
    values: release.facts.controllers ? cluster.values : withoutControllers(cluster.values),
    namespace: cluster.namespace,
    order: 'any',
    areRead: true,
  });
  if (diagnostics.some((d) => d.severity === 'error')) return { files: [], diagnostics };
  const charts = clusterCharts({
    cluster,
    release,
    parts,
    links: links.map((link) => ({ link, target: clusterOf(link.target) })),
    incoming,
    monitoring: fleet.monitoring,
  });
  return { files: filesOf(charts, repeated), diagnostics };
}

function* filesOf(charts: Iterable<ConcernChart>, repeated: RepeatedObjects): Generator<RenderedFile> {
  for (const chart of charts) {
    const manifests = orderManifests(manifestsOf(chart.constructs).map((object) => repeated.once(object)));
    if (manifests.length > 0) yield { file: chart.file, manifests };
  }
}

/** The objects of constructs, at any depth. */
function manifestsOf(constructs: readonly IConstruct[], found: Manifest[] = []): Manifest[] {
  for (const construct of constructs) {
    const manifests = construct instanceof ObjectsConstruct ? construct.toManifests() : undefined;
    if (manifests !== undefined) found.push(...manifests);
    else if (construct instanceof PlainObject) found.push(construct.toManifest());
    else manifestsOf(construct.node.children, found);
  }
  return found;
}

/** Chart values for a release whose chart deploys no controllers: they come with the Links. */
function withoutControllers(values: Cluster['values']): Cluster['values'] {
  return Object.fromEntries(Object.entries(values).filter(([key]) => key !== 'controllers'));
}
