import { federatedName } from '../checks/federated-name.js';
import { mirrorName, type MirrorContext } from './mirror-context.js';
import type { Service } from './objects.js';
import { keys } from './well-known.js';

/**
 * Decides what one look at a target Service leads to: its mirror is made, updated or removed, then it joins or leaves.
 *
 * When the mirror has to be created first, the federated part is not reached. `createOrUpdateService` upstream.
 * @see https://github.com/linkerd/linkerd2/blob/edge-26.8.3/multicluster/service-mirror/cluster_watcher.go
 */
export function serviceSeen(context: MirrorContext, service: Service): void {
  const { namespace, name, labels } = service.metadata;
  const mirror = context.source.services.cached(namespace, mirrorName(context, name));
  if (context.isExported(labels) || context.isFlat(labels)) {
    if (mirror === undefined) {
      context.push({ kind: 'exported', service });
      return;
    }
    const seen = mirror.metadata.annotations[keys.remoteVersion];
    if (seen !== undefined && seen !== service.version) context.push({ kind: 'export-updated', service });
  } else if (
    mirror?.metadata.labels[keys.mirroredService] !== undefined &&
    (mirror.metadata.labels[keys.clusterName] ?? '') === context.targetName
  ) {
    context.push({ kind: 'unexported', service: { namespace, name } });
  }
  if (context.isFederated(labels)) {
    context.push({ kind: 'federated-joined', service });
    return;
  }
  const federated = context.source.services.cached(namespace, federatedName(name));
  if (federated?.metadata.labels[keys.mirroredService] !== undefined) {
    context.push({ kind: 'federated-left', service: { namespace, name } });
  }
}

/** Decides what the deletion of a target Service leads to. */
export function serviceDeleted(context: MirrorContext, service: Service): void {
  const { namespace, name, labels } = service.metadata;
  if (context.isExported(labels) || context.isFlat(labels)) {
    context.push({ kind: 'unexported', service: { namespace, name } });
  }
  if (context.isFederated(labels)) context.push({ kind: 'federated-left', service: { namespace, name } });
}
