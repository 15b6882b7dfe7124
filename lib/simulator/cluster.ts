import { endpointsRefusal, serviceRefusal } from './validation.js';
import type { ApiError } from './failure.js';
import type { Endpoints, Namespace, Service } from './objects.js';
import { assigned } from './objects.js';
import { ResourceTable, type Written } from './resource-table.js';
import { settleEndpoints } from './endpoints-controller.js';

/** One cluster: what its API server holds, and what Kubernetes' own controllers make of it. */
export class Cluster {
  readonly services: ResourceTable<Service>;
  readonly endpoints: ResourceTable<Endpoints>;
  readonly namespaces: ResourceTable<Namespace>;
  private assigned = 0;
  private readonly touched = new Map<string, { readonly namespace: string; readonly name: string }>();

  /**
   * `name` is `source`, `target` or what else shall stand in resource versions. `makesEndpoints` is false
   * where pods run whose Endpoints are given, so that nobody empties them.
   */
  constructor(
    readonly name: string,
    makesEndpoints = true,
  ) {
    this.services = new ResourceTable<Service>(name, { plural: 'services', refusal: serviceRefusal });
    this.endpoints = new ResourceTable<Endpoints>(name, { plural: 'endpoints', refusal: endpointsRefusal });
    this.namespaces = new ResourceTable<Namespace>(name, { plural: 'namespaces', refusal: () => undefined });
    this.services.watch((change, { metadata: { namespace, name: service }, spec }) => {
      if (change === 'deleted' || (makesEndpoints && spec.selector !== undefined)) {
        this.touched.set(`${namespace}/${service}`, { namespace, name: service });
      }
    });
  }

  /** A new cluster that begins with the Services and Namespaces of this one, as they were created. */
  copy(makesEndpoints: boolean): Cluster {
    const copy = new Cluster(this.name, makesEndpoints);
    copy.services.fillFrom(this.services);
    copy.namespaces.fillFrom(this.namespaces);
    copy.assigned = this.assigned;
    return copy;
  }

  hasNamespace(name: string): boolean {
    return this.namespaces.get('', name) !== undefined;
  }

  /** Creates a Service, unless its Namespace is missing or the API server refuses it. */
  createService(service: Service): Written<Service> {
    const missing = this.missingNamespace(service.metadata.namespace);
    if (missing !== undefined) return { error: missing };
    if (service.spec.clusterIP !== assigned) return this.services.create(service);
    this.assigned += 1;
    return this.services.create({
      ...service,
      spec: { ...service.spec, clusterIP: `<cluster IP ${this.assigned}>` },
    });
  }

  /** Creates Endpoints, unless their Namespace is missing or the API server refuses them. */
  createEndpoints(endpoints: Endpoints): Written<Endpoints> {
    const missing = this.missingNamespace(endpoints.metadata.namespace);
    if (missing !== undefined) return { error: missing };
    return this.endpoints.create(endpoints);
  }

  /** Lets Kubernetes' Endpoints controller catch up with what happened to Services. */
  settle(): void {
    if (this.touched.size === 0) return;
    const touched = [...this.touched.values()];
    this.touched.clear();
    for (const { namespace, name } of touched) settleEndpoints(this, namespace, name);
  }

  private missingNamespace(name: string): ApiError | undefined {
    if (this.hasNamespace(name)) return undefined;
    return { reason: 'NotFound', message: `namespaces "${name}" not found` };
  }
}
