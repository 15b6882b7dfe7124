import type { Cluster } from './cluster.js';
import { isHeadless, type Service } from './objects.js';
import { keys } from './well-known.js';

/** Labels that Kubernetes' Endpoints controller gives the Endpoints of a Service with a selector. */
function managedLabels(service: Service): Record<string, string> {
  const labels: Record<string, string> = { ...service.metadata.labels };
  if (isHeadless(service)) labels[keys.headlessService] = '';
  else Reflect.deleteProperty(labels, keys.headlessService);
  labels['endpoints.kubernetes.io/managed-by'] = 'endpoint-controller';
  return labels;
}

/**
 * Kubernetes' Endpoints controller for one Service, in a cluster without pods.
 *
 * A Service with a selector gets Endpoints without subsets; Endpoints of a deleted Service go.
 * Services without a selector are left alone: their Endpoints are somebody else's.
 *
 * @see https://github.com/kubernetes/kubernetes/blob/v1.36.3/pkg/controller/endpoint/endpoints_controller.go
 */
export function settleEndpoints(cluster: Cluster, namespace: string, name: string): void {
  const service = cluster.services.get(namespace, name);
  if (service === undefined) {
    cluster.endpoints.delete(namespace, name);
    return;
  }
  if (service.spec.selector === undefined || service.spec.type === 'ExternalName') return;
  const existing = cluster.endpoints.get(namespace, name);
  const metadata = {
    name,
    namespace,
    labels: managedLabels(service),
    annotations: existing?.metadata.annotations ?? {},
  };
  const wanted = { kind: 'Endpoints', metadata, subsets: [], version: '' } as const;
  if (existing === undefined) cluster.createEndpoints(wanted);
  else cluster.endpoints.update(wanted);
}
