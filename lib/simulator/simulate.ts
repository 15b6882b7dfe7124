import { Cluster } from './cluster.js';
import { localMirrorLink, parseOptions } from './controller-options.js';
import { applyOperation, createObject, type Operation, type RecordedClusters } from './operations.js';
import { asRecord, asText, type RawObject } from './raw-object.js';
import { recordedObjects, recordedStatus, sortByText } from './recorded-form.js';
import { recordedHosts } from './recorded-hosts.js';
import type { SimulationInput, SimulationOutcome } from './simulation.js';
import { World, type ControllerInput } from './world.js';

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

function createAll(world: World, cluster: Cluster, objects: readonly RawObject[]): void {
  for (const object of objects) createObject(cluster, object);
  world.settle();
}

/** Fills the targets and starts the controllers, in the order that the situation has. */
function begin(world: World, { source, target, target2 }: RecordedClusters, input: SimulationInput): void {
  const { batch } = input;
  createAll(world, source, input.source.objects);
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
}

/** Does what the step says, while the controllers run or are down. */
function takeStep(
  world: World,
  clusters: RecordedClusters,
  batch: SimulationInput['batch'],
  operations: readonly Operation[],
): void {
  if (batch.whileDown === true) world.stop();
  for (const operation of operations) {
    applyOperation(world, clusters, operation);
    world.settleKubernetes();
  }
  if (batch.whileDown === true) world.start(batch.start);
  world.settle();
  world.repair();
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
  const withSource = (source: Cluster): RecordedClusters => ({ source, target, target2 });
  const world = new World(
    (source) => controllers(input, withSource(source)),
    input.resolve ?? recordedHosts,
    batch.alone === true,
  );
  const clusters = withSource(world.source);
  begin(world, clusters, input);

  const given = namesOf(input.source.objects);
  const record = () => ({
    objects: recordedObjects(world.source, given),
    status: recordedStatus(world.statuses),
    events: sortByText([...world.events()]),
  });
  const before = record();
  const operations = input.step?.ops;
  if (operations !== undefined) takeStep(world, clusters, batch, operations);
  const after = operations === undefined ? undefined : record();
  return {
    mirrors: before.objects,
    afterStep: after?.objects ?? null,
    linkStatus: before.status,
    linkStatusAfterStep: after?.status ?? null,
    events: before.events,
    eventsAfterStep: after?.events ?? null,
  };
}
