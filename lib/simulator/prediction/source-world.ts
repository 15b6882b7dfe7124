import { Cluster } from '../cluster.js';
import { localMirrorLink, parseOptions, type ControllerOptions } from '../controller-options.js';
import type { Resolver } from '../gateway.js';
import type { Endpoints } from '../objects.js';
import { World, type ControllerInput } from '../world.js';
import { knownEndpoints } from './assumed-endpoints.js';
import type { GivenLink, Inventory } from './inventory.js';

/** Host names are not looked up: one that could be a name stands for its addresses. */
const unresolved: Resolver = (host) => [`<addresses of ${host}>`];

/** What the controller does when its Deployment is not among the manifests. */
const controllerDefaults: ControllerOptions = {
  headlessEnabled: false,
  namespaceCreation: false,
  repairsPeriodically: true,
  repairPeriodSeconds: 60,
};

/** The name under which the local mirror runs beside the Links. */
const localMirror = 'local mirror';

/** Endpoints of every Service of an inventory, given or assumed. */
export function* endpointsToAssume(inventory: Inventory): Iterable<Endpoints> {
  for (const { service } of inventory.services.values()) {
    const { endpoints } = knownEndpoints(inventory, service);
    if (endpoints !== undefined) yield endpoints;
  }
}

const begun = new WeakMap<Inventory, Cluster>();

/** A cluster with the Namespaces and Services of an inventory: made once, as a source and as a target. */
function cluster(inventory: Inventory, makesEndpoints: boolean): Cluster {
  let first = begun.get(inventory);
  if (first === undefined) {
    first = new Cluster(inventory.name, false);
    for (const name of inventory.usedNamespaces) {
      const metadata = { name, namespace: '', labels: {}, annotations: {} };
      const namespace = inventory.namespaces.get(name) ?? { kind: 'Namespace', metadata, version: '' };
      first.namespaces.create(namespace);
    }
    for (const namespace of inventory.namespaces.values()) first.namespaces.create(namespace);
    for (const { service } of inventory.services.values()) first.createService(service);
    begun.set(inventory, first);
  }
  return first.copy(makesEndpoints);
}

/** A cluster as a target: its Services with the endpoints they are known or taken to have. */
export function targetCluster(inventory: Inventory): Cluster {
  const target = cluster(inventory, false);
  for (const endpoints of endpointsToAssume(inventory)) target.createEndpoints(endpoints);
  return target;
}

/** Options of the controller of a Link. */
export function optionsOf(source: Inventory, link: string): ControllerOptions {
  const options = source.controllers.get(link) ?? controllerDefaults;
  return { ...options, repairsPeriodically: true };
}

/**
 * A source cluster with a controller for each of its Links whose target is known, and its local mirror.
 *
 * Nothing runs yet.
 */
export function sourceWorld(
  source: Inventory,
  links: readonly { readonly link: GivenLink; readonly target: Cluster }[],
): World {
  const inputs = (self: Cluster): ControllerInput[] => {
    const controllers: ControllerInput[] = links.map(({ link, target }) => {
      const { name, spec } = link;
      return { name, link: spec, target, options: optionsOf(source, name) };
    });
    const args = source.localMirror;
    if (args === undefined) return controllers;
    const link = localMirrorLink(args);
    return [
      ...controllers,
      { name: localMirror, link, target: self, options: parseOptions(args), isLocal: true },
    ];
  };
  // Endpoints of the source's own Services matter only to headless mirroring
  const makesEndpoints = [...source.controllers.values()].some((options) => options.headlessEnabled);
  const world = new World(inputs, unresolved, true, cluster(source, makesEndpoints));
  for (const endpoints of source.endpoints.values()) world.source.createEndpoints(endpoints);
  return world;
}
