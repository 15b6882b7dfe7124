import { retryable, type Failure } from './failure.js';
import { mirrored, notMirrored, type StatusList } from './link-status.js';
import { createGatewayEndpoints } from './mirror-endpoints.js';
import { mirrorName, type MirrorContext } from './mirror-context.js';
import { isHeadless, type Service } from './objects.js';
import { mirrorSpec } from './service-ports.js';
import { keys } from './well-known.js';

/** Creates the Namespace with the mirror's labels, if it is missing. */
export function createNamespaceIfMissing(context: MirrorContext, name: string): void {
  if (context.source.hasNamespace(name)) return;
  const labels = { [keys.mirroredService]: 'true', [keys.clusterName]: context.targetName };
  const metadata = { name, namespace: '', labels, annotations: {} };
  context.source.namespaces.create({ kind: 'Namespace', metadata, version: '' });
}

/** Makes sure of the Namespace in the source; false, with status and event, when it is missing. */
export function ensureNamespace(context: MirrorContext, list: StatusList, service: Service): boolean {
  const { namespace } = service.metadata;
  if (context.namespaceCreation) createNamespaceIfMissing(context, namespace);
  if (context.source.hasNamespace(namespace)) return true;
  context.record(service, 'Skipped mirroring service: namespace does not exist');
  context.setStatus(list, service, notMirrored('MissingNamespace', 'Namespace does not exist'));
  return false;
}

/**
 * Creates the mirror of a Service if nothing is against it: cluster IP, Namespace, the API server, the gateway.
 *
 * A Service that exists already under the mirror's name is taken for the mirror. A headless one has a status that says
 * the opposite of what holds, as upstream's does. `handleRemoteServiceExported` upstream.
 * @see https://github.com/linkerd/linkerd2/blob/edge-26.8.3/multicluster/service-mirror/cluster_watcher.go
 */
export function createMirror(context: MirrorContext, service: Service): Failure | undefined {
  const status = 'mirrorServices';
  if (context.headlessEnabled && isHeadless(service)) {
    context.setStatus(
      status,
      service,
      notMirrored('InvalidService', 'Headless mirror services are disabled'),
    );
    return undefined;
  }
  if (!ensureNamespace(context, status, service)) return undefined;
  const { name, namespace, labels } = service.metadata;
  const flat = context.isFlat(labels);
  const local: Service = {
    kind: 'Service',
    metadata: {
      name: mirrorName(context, name),
      namespace,
      labels: context.copier.mirrorLabels(service, flat),
      annotations: context.copier.mirrorAnnotations(service),
    },
    spec: mirrorSpec(service),
    version: '',
  };
  const written = context.source.createService(local);
  if ('error' in written && written.error.reason !== 'AlreadyExists') {
    const { message } = written.error;
    context.setStatus(status, service, notMirrored('Error', `Failed to create mirror service: ${message}`));
    return retryable([message]);
  }
  const failure = flat ? undefined : createGatewayEndpoints(context, service);
  if (failure === undefined) {
    context.setStatus(status, service, mirrored(local));
    return undefined;
  }
  context.setStatus(
    status,
    service,
    notMirrored('Error', `Failed to create mirror endpoints: ${failure.message}`),
  );
  return failure;
}
