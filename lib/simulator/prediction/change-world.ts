import { isDeepStrictEqual } from 'node:util';
import type { Cluster } from '../cluster.js';
import type { ResourceTable } from '../resource-table.js';
import type { KubeObject } from '../objects.js';
import type { World } from '../world.js';
import type { Inventory } from './inventory.js';
import { endpointsToAssume, optionsOf } from './source-world.js';

/** Brings one kind from what a cluster held to what it shall hold: deletes, creates, updates. */
function bring<T extends KubeObject>(
  table: ResourceTable<T>,
  before: Iterable<T>,
  after: Iterable<T>,
  create: (object: T) => unknown,
): void {
  const wanted = new Map<string, T>();
  for (const object of after) wanted.set(`${object.metadata.namespace}/${object.metadata.name}`, object);
  const had = new Map<string, T>();
  for (const object of before) had.set(`${object.metadata.namespace}/${object.metadata.name}`, object);
  for (const [key, { metadata }] of had) {
    if (!wanted.has(key)) table.delete(metadata.namespace, metadata.name);
  }
  for (const [key, object] of wanted) {
    const previous = had.get(key);
    if (previous === undefined) create(object);
    else if (!isDeepStrictEqual(previous, object)) replace(table, object);
  }
}

/** Replaces an object, keeping the cluster IP that it has. */
function replace<T extends KubeObject>(table: ResourceTable<T>, object: T): void {
  const { namespace, name } = object.metadata;
  const held = table.get(namespace, name);
  if (held?.kind === 'Service' && object.kind === 'Service' && object.spec.clusterIP !== 'None') {
    table.update({ ...object, spec: { ...object.spec, clusterIP: held.spec.clusterIP } });
  } else table.update(object);
}

const services = ({ services: given }: Inventory) => [...given.values()].map(({ service }) => service);

/** Applies what changed in the source's own manifests: Namespaces and Services. Nothing deletes a Namespace. */
export function changeSource(world: World, before: Inventory, after: Inventory): void {
  for (const name of [...after.namespaces.keys(), ...after.usedNamespaces]) {
    if (world.source.hasNamespace(name)) continue;
    const metadata = { name, namespace: '', labels: {}, annotations: {} };
    world.source.namespaces.create({ kind: 'Namespace', metadata, version: '' });
  }
  bring(world.source.services, services(before), services(after), (service) =>
    world.source.createService(service),
  );
}

/** Applies what changed in Links and in the options of their controllers. */
export function changeLinks(world: World, before: Inventory, after: Inventory): void {
  const wanted = new Map(after.links.map((link) => [link.name, link]));
  for (const { name } of before.links) if (!wanted.has(name)) world.deleteLink(name);
  for (const { name, spec } of wanted.values()) {
    world.createLink(name, spec);
    world.changeLink(name, () => spec);
    const options = optionsOf(after, name);
    if (!isDeepStrictEqual(options, optionsOf(before, name))) world.restart(options, name);
  }
}

/** Applies what changed in a target: its Services, then their endpoints. */
export function changeTarget(target: Cluster, before: Inventory, after: Inventory): void {
  for (const name of after.usedNamespaces) {
    if (target.hasNamespace(name)) continue;
    const metadata = { name, namespace: '', labels: {}, annotations: {} };
    target.namespaces.create({ kind: 'Namespace', metadata, version: '' });
  }
  bring(target.services, services(before), services(after), (service) => target.createService(service));
  const had = [...endpointsToAssume(before)].filter(
    ({ metadata }) => target.endpoints.get(metadata.namespace, metadata.name) !== undefined,
  );
  bring(target.endpoints, had, endpointsToAssume(after), (endpoints) => target.createEndpoints(endpoints));
}

/** Touches every Service of a target, so that its next event comes: as a new annotation does. */
export function touchTarget(target: Cluster): void {
  for (const service of [...target.services.list()]) {
    const { metadata } = service;
    const annotations = { ...metadata.annotations, 'linkspan.io/touched': 'true' };
    target.services.update({ ...service, metadata: { ...metadata, annotations } });
  }
}
