import { assigned, type Service, type ServicePort, type ServiceSpec } from './objects.js';

/** Ports of a mirror: name, protocol, port, targetPort of each, in order; nothing else is copied. */
function copiedPorts(service: Service): readonly ServicePort[] | undefined {
  return service.spec.ports?.map(({ name, protocol, port, targetPort }) =>
    name === undefined ? { protocol, port, targetPort } : { name, protocol, port, targetPort },
  );
}

/** The spec of a new mirror, federated Service or endpoint mirror. */
export function mirrorSpec(service: Service, clusterIP = assigned): ServiceSpec {
  const ports = copiedPorts(service);
  return ports === undefined ? { type: 'ClusterIP', clusterIP } : { type: 'ClusterIP', clusterIP, ports };
}

/** A mirror's spec with the ports of the exported Service in place of its own. */
export function withCopiedPorts(spec: ServiceSpec, service: Service): ServiceSpec {
  const next: Record<string, unknown> & ServiceSpec = { ...spec, ports: copiedPorts(service) };
  if (next.ports === undefined) Reflect.deleteProperty(next, 'ports');
  return next;
}
