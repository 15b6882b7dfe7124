import type { Cluster } from './cluster.js';
import { parseOptions } from './controller-options.js';
import { mergePatch } from '../extra/merge-patch.js';
import { asRecord, parseEndpoints, parseNamespace, parseService, type RawObject } from './raw-object.js';
import type { World } from './world.js';

/** The clusters of a recording. */
export interface RecordedClusters {
  readonly source: Cluster;
  readonly target: Cluster;
  readonly target2: Cluster;
}

type ClusterName = keyof RecordedClusters;

/** One change, in the form of the recordings. */
export type Operation =
  | { readonly op: 'create'; readonly cluster: ClusterName; readonly object: RawObject }
  | (Identified & { readonly op: 'patch'; readonly body: unknown })
  | (Identified & { readonly op: 'delete' })
  | { readonly op: 'restart'; readonly options: readonly string[] }
  | { readonly op: 'gateway'; readonly answers: boolean };

interface Identified {
  readonly cluster: ClusterName;
  readonly kind: string;
  readonly name: string;
  readonly namespace: string;
}

/** Creates a Service, Endpoints or a Namespace, as a user with `kubectl` would. */
export function createObject(cluster: Cluster, object: RawObject): void {
  if (object.kind === 'Service') cluster.createService(parseService(object));
  else if (object.kind === 'Endpoints') cluster.createEndpoints(parseEndpoints(object));
  else if (object.kind === 'Namespace') cluster.namespaces.create(parseNamespace(object));
}

function patchLink(world: World, name: string, body: unknown): void {
  world.changeLink(name, (spec) => asRecord(mergePatch(spec, asRecord(body).spec ?? {})));
}

function patchObject(cluster: Cluster, { kind, namespace, name }: Identified, body: unknown): void {
  if (kind === 'Service') {
    const service = cluster.services.get(namespace, name);
    if (service !== undefined) cluster.services.update(parseService(asRecord(mergePatch(service, body))));
  } else if (kind === 'Endpoints') {
    const endpoints = cluster.endpoints.get(namespace, name);
    if (endpoints !== undefined)
      cluster.endpoints.update(parseEndpoints(asRecord(mergePatch(endpoints, body))));
  }
}

/** Applies one change to the clusters, the Links or the controllers. */
export function applyOperation(world: World, clusters: RecordedClusters, operation: Operation): void {
  switch (operation.op) {
    case 'create':
      createObject(clusters[operation.cluster], operation.object);
      return;
    case 'patch':
      if (operation.kind === 'Link') patchLink(world, operation.name, operation.body);
      else patchObject(clusters[operation.cluster], operation, operation.body);
      return;
    case 'delete':
      if (operation.kind === 'Link') world.deleteLink(operation.name);
      else if (operation.kind === 'Service')
        clusters[operation.cluster].services.delete(operation.namespace, operation.name);
      else clusters[operation.cluster].endpoints.delete(operation.namespace, operation.name);
      return;
    case 'restart':
      world.restart(parseOptions(operation.options));
      return;
    case 'gateway':
      world.answerProbes(operation.answers);
  }
}
