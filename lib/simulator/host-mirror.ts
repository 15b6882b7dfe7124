import { retryable, type Failure } from './failure.js';
import { createMirrorEndpoints, endpointsAnnotations, gatewaySubsets } from './mirror-endpoints.js';
import { mirrorName, type MirrorContext } from './mirror-context.js';
import type { Service } from './objects.js';
import { mirrorSpec } from './service-ports.js';
import { keys } from './well-known.js';

/**
 * Creates the Service `HOST-T` and its Endpoints, which point to the gateway.
 *
 * Answers its cluster IP; empty when a Service of that name was there already, as upstream then has
 * no answer to read it from. If the Endpoints are refused, the Service of that name is deleted: a
 * foreign one, too. `createEndpointMirrorService` upstream.
 * @see https://github.com/linkerd/linkerd2/blob/edge-26.8.3/multicluster/service-mirror/cluster_watcher_headless.go
 */
export function createHostMirror(
  context: MirrorContext,
  hostname: string,
  endpointsVersion: string,
  service: Service,
): { readonly ip: string } | Failure {
  const { namespace, name } = service.metadata;
  const subsets = gatewaySubsets(context, service);
  if ('message' in subsets) return subsets;
  const local = mirrorName(context, hostname);
  const labels = {
    ...context.copier.mirrorLabels(service, context.isFlat(service.metadata.labels)),
    [keys.headlessMirrorOf]: mirrorName(context, name),
  };
  const remoteName = `${hostname}.${context.copier.remoteName(name, namespace)}`;
  const annotations = { [keys.remoteVersion]: endpointsVersion, [keys.remoteServiceName]: remoteName };
  const metadata = { name: local, namespace, labels, annotations };
  const written = context.source.createService({
    kind: 'Service',
    metadata,
    spec: mirrorSpec(service),
    version: '',
  });
  if ('error' in written && written.error.reason !== 'AlreadyExists')
    return retryable([written.error.message]);
  const error = createMirrorEndpoints(context, {
    kind: 'Endpoints',
    metadata: { ...metadata, annotations: endpointsAnnotations(context, remoteName) },
    subsets,
    version: '',
  });
  if (error !== undefined) {
    context.source.services.delete(namespace, local);
    return retryable([error.message]);
  }
  return { ip: 'error' in written ? '' : (written.object.spec.clusterIP ?? '') };
}
