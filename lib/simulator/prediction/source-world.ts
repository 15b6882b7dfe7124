import { Cluster } from '../cluster.js';
import { localMirrorLink, parseOptions, type ControllerOptions } from '../controller-options.js';
import type { Resolver } from '../gateway.js';
import type { Endpoints } from '../objects.js';
import { World, type ControllerInput } from '../world.js';
import { knownEndpoints } from './assumed-endpoints.js';
import type { GivenLink, Inventory } from './inventory.js';

/** Host names are not looked up: one that could be a name stands for its addresses. */
export const unresolved: Resolver = (host) => [`<addresses of ${host}>`];

/** What the controller does when its Deployment is not among the manifests. */
export const chartDefaults: ControllerOptions = {
  headlessEnabled: false,
  namespaceCreation: false,
  repairsPeriodically: true,
  repairPeriodSeconds: 60,
};

/** The name under which the local mirror runs beside the Links. */
export const localMirror = 'local mirror';

/** Endpoints of all Services that may be exported: those with labels. */
export function* endpointsToAssume(inventory: Inventory): Iterable<Endpoints> {
  for (const { service } of inventory.services.values()) {
    const { endpoints } = knownEndpoints(inventory, service);
    if (endpoints !== undefined) yield endpoints;
  }
}

function fill(cluster: Cluster, inventory: Inventory, withEndpoints: boolean): void {
  for (const name of inventory.usedNamespaces) {
    const metadata = { name, namespace: '', labels: {}, annotations: {} };
    const namespace = inventory.namespaces.get(name) ?? { kind: 'Namespace', metadata, version: '' };
    cluster.namespaces.create(namespace);
  }
  for (const namespace of inventory.namespaces.values()) cluster.namespaces.create(namespace);
  for (const { service } of inventory.services.values()) cluster.createService(service);
  if (withEndpoints) for (const endpoints of endpointsToAssume(inventory)) cluster.createEndpoints(endpoints);
  else for (const endpoints of inventory.endpoints.values()) cluster.createEndpoints(endpoints);
}

/** A cluster as a target: its Services with the endpoints they are known or taken to have. */
export function targetCluster(inventory: Inventory): Cluster {
  const cluster = new Cluster(inventory.name, false);
  fill(cluster, inventory, true);
  return cluster;
}

/** Options of the controller of a Link. */
export function optionsOf(source: Inventory, link: string): ControllerOptions {
  const options = source.controllers.get(link) ?? chartDefaults;
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
  const inputs = (cluster: Cluster): ControllerInput[] => {
    const controllers: ControllerInput[] = links.map(({ link, target }) => {
      const { name, spec } = link;
      return { name, link: spec, target, options: optionsOf(source, name) };
    });
    const args = source.localMirror;
    if (args === undefined) return controllers;
    const link = localMirrorLink(args);
    return [
      ...controllers,
      { name: localMirror, link, target: cluster, options: parseOptions(args), isLocal: true },
    ];
  };
  // Endpoints of the source's own Services matter only to headless mirroring (section 5)
  const makesEndpoints = [...source.controllers.values()].some((options) => options.headlessEnabled);
  const world = new World(inputs, unresolved, true, new Cluster(source.name, makesEndpoints));
  fill(world.source, source, false);
  return world;
}
