import type { Cluster as ClusterModel } from './cluster.js';
import { Cluster } from './cluster.js';
import { localMirrorLink, parseOptions } from './controller-options.js';
import type { RecordedEvent } from './events.js';
import { applyOperation, createObject, type Operation, type RecordedClusters } from './operations.js';
import type { Resolver } from './gateway.js';
import type { LinkSpec } from './link-spec.js';
import { asRecord, asText, type RawObject } from './raw-object.js';
import {
  recordedObjects,
  recordedStatus,
  sortByText,
  type RecordedObject,
  type RecordedStatus,
} from './recorded-form.js';
import { recordedHosts } from './recorded-hosts.js';
import { World, type ControllerInput } from './world.js';

/** A Link with its controller's options, in the form of the recordings. */
export interface RecordedLink {
  readonly link: LinkSpec;
  readonly linkName: string;
  readonly options: readonly string[];
}

/** What one cluster holds. */
export interface RecordedCluster {
  readonly objects: readonly RawObject[];
}

/** A situation, in the form of the recordings: Links, clusters, and what happens later. */
export interface SimulationInput {
  readonly batch: RecordedLink & {
    readonly order?: 'objects-first' | 'controller-first';
    readonly others?: readonly (RecordedLink & { readonly cluster: string })[];
    readonly local?: readonly string[];
    readonly start?: readonly string[];
    readonly gateway?: readonly boolean[];
    readonly whileDown?: boolean;
    /** No other Service of the Link has a status, so that the last entry of a list stays. */
    readonly alone?: boolean;
  };
  readonly target: RecordedCluster;
  readonly target2?: RecordedCluster;
  readonly source: RecordedCluster;
  readonly step?: { readonly ops: readonly Operation[] } | null;
  /** Addresses of host names; by default those that the recordings' DNS knew. */
  readonly resolve?: Resolver;
}

/** What the controllers make of a situation; the parts after the step are `null` without one. */
export interface SimulationOutcome {
  readonly mirrors: readonly RecordedObject[];
  readonly afterStep: readonly RecordedObject[] | null;
  readonly linkStatus: RecordedStatus;
  readonly linkStatusAfterStep: RecordedStatus | null;
  readonly events: readonly RecordedEvent[];
  readonly eventsAfterStep: readonly RecordedEvent[] | null;
}

const localName = 'local';

function controllers(input: SimulationInput, clusters: RecordedClusters): readonly ControllerInput[] {
  const { batch } = input;
  const links: ControllerInput[] = [
    { name: batch.linkName, link: batch.link, target: clusters.target, options: parseOptions(batch.options) },
  ];
  for (const other of batch.others ?? []) {
    const target = clusters[other.cluster as keyof RecordedClusters];
    links.push({ name: other.linkName, link: other.link, target, options: parseOptions(other.options) });
  }
  if (batch.local !== undefined) {
    const link = localMirrorLink(batch.local);
    links.push({
      name: localName,
      link,
      target: clusters.source,
      options: parseOptions(batch.local),
      isLocal: true,
    });
  }
  return links;
}

function namesOf(objects: readonly RawObject[]): ReadonlySet<string> {
  const namespaces = objects.filter((o) => o.kind === 'Namespace');
  return new Set(namespaces.map((o) => asText(asRecord(o.metadata).name) ?? ''));
}

function createAll(world: World, cluster: ClusterModel, objects: readonly RawObject[]): void {
  for (const object of objects) createObject(cluster, object);
  world.settle();
}

/**
 * Says what the service mirror controllers of one source cluster do, as recorded for edge-26.8.3.
 *
 * Pure and deterministic. Keys and replaced values are those of the recordings: resource versions are
 * `<version N of target Service NAME>`, cluster IPs `<assigned>` or `<cluster IP of NAME>`.
 * @see https://github.com/linkerd/linkerd2/tree/edge-26.8.3/multicluster/service-mirror
 */
export function simulate(input: SimulationInput): SimulationOutcome {
  const { batch } = input;
  const target = new Cluster('target');
  const target2 = new Cluster('target2');
  const withSource = (source: ClusterModel): RecordedClusters => ({ source, target, target2 });
  const world = new World(
    (source) => controllers(input, withSource(source)),
    input.resolve ?? recordedHosts,
    batch.alone === true,
  );
  const clusters = withSource(world.source);

  createAll(world, world.source, input.source.objects);
  const createTargets = (): void => {
    createAll(world, target, input.target.objects);
    createAll(world, target2, input.target2?.objects ?? []);
  };
  const startAll = (): void => {
    world.start(batch.start);
    for (const answers of batch.gateway ?? []) {
      world.answerProbes(answers);
      world.settle();
    }
  };
  if (batch.order === 'controller-first') {
    startAll();
    createTargets();
  } else {
    createTargets();
    startAll();
  }
  world.repair();

  const given = namesOf(input.source.objects);
  const outcome = () => ({
    objects: recordedObjects(world.source, given),
    status: recordedStatus(world.statuses),
    events: sortByText([...world.events()]),
  });
  const before = outcome();
  const operations = input.step?.ops;
  if (operations === undefined) {
    const { objects, status, events } = before;
    return {
      mirrors: objects,
      afterStep: null,
      linkStatus: status,
      linkStatusAfterStep: null,
      events,
      eventsAfterStep: null,
    };
  }
  if (batch.whileDown === true) world.stop();
  for (const operation of operations) {
    applyOperation(world, clusters, operation);
    world.settleKubernetes();
  }
  if (batch.whileDown === true) world.start(batch.start);
  world.settle();
  world.repair();
  const after = outcome();
  return {
    mirrors: before.objects,
    afterStep: after.objects,
    linkStatus: before.status,
    linkStatusAfterStep: after.status,
    events: before.events,
    eventsAfterStep: after.events,
  };
}
