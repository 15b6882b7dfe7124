import type { Endpoints, Service } from './objects.js';

/** An object by name. */
export interface Named {
  readonly namespace: string;
  readonly name: string;
}

/**
 * What the controller's queue holds: first in, first out.
 *
 * Services and Endpoints are carried as they were when the event was put in; everything else is looked
 * up when the event is handled.
 */
export type MirrorEvent =
  | { readonly kind: 'orphans' }
  | { readonly kind: 'service-seen'; readonly service: Service }
  | { readonly kind: 'service-deleted'; readonly service: Service }
  | { readonly kind: 'endpoints-seen'; readonly endpoints: Endpoints }
  | { readonly kind: 'namespace-added'; readonly name: string }
  | { readonly kind: 'exported'; readonly service: Service }
  | { readonly kind: 'export-updated'; readonly service: Service }
  | { readonly kind: 'unexported'; readonly service: Named }
  | { readonly kind: 'federated-created'; readonly service: Service }
  | { readonly kind: 'federated-joined'; readonly service: Service }
  | { readonly kind: 'federated-left'; readonly service: Named }
  | { readonly kind: 'repair' };

/** An event of Kubernetes' own kind, as the controller writes them into the target. */
export interface RecordedEvent {
  readonly cluster: string;
  readonly component: string;
  readonly message: string;
  readonly object: string;
  readonly reason: 'ServiceMirroringSkipped';
  readonly type: 'Normal';
}
