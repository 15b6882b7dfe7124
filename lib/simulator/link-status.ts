import type { Service } from './objects.js';

/** The Service a status entry speaks of. */
export interface ObjectRef {
  readonly group: 'core';
  readonly kind: 'Service';
  readonly name: string;
  readonly namespace: string;
}

/** What the controller says of one Service; always of type `Mirrored`. */
export interface LinkCondition {
  readonly localRef?: ObjectRef;
  readonly message: string;
  readonly reason: 'Mirrored' | 'InvalidService' | 'MissingNamespace' | 'Error';
  readonly status: 'True' | 'False';
  readonly type: 'Mirrored';
}

/** An entry of `status.mirrorServices` or `status.federatedServices`, without its time. */
export interface StatusEntry {
  readonly conditions: readonly [LinkCondition];
  readonly controllerName: 'linkerd.io/service-mirror';
  readonly remoteRef: ObjectRef;
}

/** The two lists of a Link's status. */
export type StatusList = 'mirrorServices' | 'federatedServices';

function reference({ name, namespace }: { readonly name: string; readonly namespace: string }): ObjectRef {
  return { group: 'core', kind: 'Service', name, namespace };
}

/** The condition of a Service that has its mirror. */
export function mirrored(localService: Service): LinkCondition {
  const localRef = reference(localService.metadata);
  return { localRef, message: '', reason: 'Mirrored', status: 'True', type: 'Mirrored' };
}

/** The condition of a Service that has none, or so the controller says. */
export function notMirrored(
  reason: Exclude<LinkCondition['reason'], 'Mirrored'>,
  message: string,
): LinkCondition {
  return { message, reason, status: 'False', type: 'Mirrored' };
}

/**
 * The status of one Link.
 *
 * `keepsLast`: the last entry of a list is never removed, as an empty list is left out of the
 * patch. False when other Services' entries are known to stay in the lists. `patchLinkStatus` upstream.
 * @see https://github.com/linkerd/linkerd2/blob/edge-26.8.3/multicluster/service-mirror/cluster_watcher.go
 */
export class LinkStatus {
  readonly mirrorServices = new Map<string, StatusEntry>();
  readonly federatedServices = new Map<string, StatusEntry>();

  constructor(private readonly keepsLast: boolean) {}

  set(
    list: StatusList,
    service: { readonly name: string; readonly namespace: string },
    condition: LinkCondition,
  ): void {
    const entry: StatusEntry = {
      conditions: [condition],
      controllerName: 'linkerd.io/service-mirror',
      remoteRef: reference(service),
    };
    this[list].set(`${service.namespace}/${service.name}`, entry);
  }

  remove(list: StatusList, service: { readonly name: string; readonly namespace: string }): void {
    if (this.keepsLast && this[list].size === 1) return;
    this[list].delete(`${service.namespace}/${service.name}`);
  }
}
