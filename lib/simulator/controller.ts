import type { Cluster } from './cluster.js';
import { createCopier } from './copied-metadata.js';
import { isHeadlessEndpoints } from './endpoints-event.js';
import type { MirrorEvent, RecordedEvent } from './events.js';
import { resolveGateway, type GatewayAddresses, type Resolver } from './gateway.js';
import { handleEvent } from './handle-event.js';
import { compileSelector } from '../symbols/label-selector.js';
import type { LinkSpec } from './link-spec.js';
import type { LinkStatus } from './link-status.js';
import type { MirrorContext } from './mirror-context.js';
import type { Endpoints } from './objects.js';

/** What one watcher is made of: a Link's spec as it was at the start, its clusters and options. */
export interface WatcherInput {
  readonly link: LinkSpec;
  readonly source: Cluster;
  readonly target: Cluster;
  readonly headlessEnabled: boolean;
  readonly namespaceCreation: boolean;
  /** Absent for a Link without status: the local mirror's. */
  readonly status?: LinkStatus;
  readonly resolve: Resolver;
  readonly isOlderLink: (name: string) => boolean | undefined;
  readonly record: (event: RecordedEvent, namespace: string) => void;
}

const retries = 3;

/**
 * One start of the service mirror controller for one Link: a queue and its worker.
 *
 * `RemoteClusterServiceWatcher` upstream.
 * @see https://github.com/linkerd/linkerd2/blob/edge-26.8.3/multicluster/service-mirror/cluster_watcher.go
 */
export class Watcher {
  private readonly queue: { readonly event: MirrorEvent; readonly requeues: number }[] = [];
  private next = 0;
  private stopped = false;
  private crashed = false;
  private unwatch: readonly (() => void)[] = [];
  private alive = true;
  private readonly context: MirrorContext;

  constructor(private readonly input: WatcherInput) {
    const { link, status } = input;
    const targetName = link.targetClusterName ?? '';
    let addresses: GatewayAddresses | undefined;
    this.context = {
      ...input,
      targetName,
      isExported: compileSelector(link.selector),
      isFlat: compileSelector(link.remoteDiscoverySelector),
      isFederated: compileSelector(link.federatedServiceSelector),
      copier: createCopier(link),
      // a getter would stand in the shape of the object, which outlives the watcher until all garbage is collected
      isGatewayAlive: () => this.alive,
      gatewayAddresses: () => (addresses ??= resolveGateway(link.gatewayAddress ?? '', input.resolve)),
      push: (event) => {
        this.push(event);
      },
      setStatus: (list, service, condition) => {
        if (targetName !== '') status?.set(list, service.metadata, condition);
      },
      removeStatus: (list, service) => {
        if (targetName !== '') status?.remove(list, service);
      },
      record: ({ metadata }, message) => {
        const component = `linkerd-service-mirror-${targetName}`;
        const { name: cluster } = input.target;
        const object = `Service/${metadata.name}`;
        const event = {
          cluster,
          component,
          message,
          object,
          reason: 'ServiceMirroringSkipped',
          type: 'Normal',
        } as const;
        input.record(event, metadata.namespace);
      },
      crash: () => {
        this.crashed = true;
        this.stop();
      },
    };
  }

  /**
   * Begins: orphans, every target Service, one repair, the Endpoints, every Namespace of the source.
   *
   * The order is the common one of a race: Services come before Namespaces, so that the second look at
   * a Service finds its mirror.
   */
  start(): void {
    const { source, target, link } = this.input;
    this.push({ kind: 'orphans' });
    for (const service of target.services.list()) this.push({ kind: 'service-seen', service });
    if ((link.gatewayAddress ?? '') !== '') this.push({ kind: 'repair' });
    for (const endpoints of target.endpoints.list()) this.endpointsAdded(endpoints);
    for (const { metadata } of source.namespaces.list())
      this.push({ kind: 'namespace-added', name: metadata.name });

    this.unwatch = [
      target.services.watch((change, service) => {
        this.push({ kind: change === 'deleted' ? 'service-deleted' : 'service-seen', service });
      }),
      target.endpoints.watch((change, endpoints) => {
        if (change === 'added') this.endpointsAdded(endpoints);
        else if (change === 'updated') this.endpointsUpdated(endpoints);
      }),
      source.namespaces.watch((change, { metadata }) => {
        if (change === 'added') this.push({ kind: 'namespace-added', name: metadata.name });
      }),
    ];
  }

  /** Whether the process died of what it read: a hostname without `targetRef`. */
  hasCrashed(): boolean {
    return this.crashed;
  }

  /** Ends without any clean-up: mirrors, Endpoints and memberships stay. */
  stop(): void {
    this.stopped = true;
    for (const unwatch of this.unwatch) unwatch();
  }

  /** Repairs, as happens every minute; only with a gateway address. */
  repair(): void {
    if ((this.input.link.gatewayAddress ?? '') !== '') this.push({ kind: 'repair' });
  }

  /** The probe found the gateway alive or dead: sets it and repairs. */
  setGatewayAlive(alive: boolean): void {
    if ((this.input.link.gatewayAddress ?? '') === '') return;
    this.alive = alive;
    this.repair();
  }

  /** Handles one event; false when there was none. */
  handleNext(): boolean {
    const entry = this.queue[this.next];
    if (entry === undefined || this.stopped) return false;
    this.next += 1;
    const failure = handleEvent(this.context, entry.event);
    if (failure?.retry === true && entry.requeues < retries) {
      this.queue.push({ event: entry.event, requeues: entry.requeues + 1 });
    }
    if (this.next === this.queue.length) this.next = this.queue.length = 0;
    return true;
  }

  private push(event: MirrorEvent): void {
    if (!this.stopped) this.queue.push({ event, requeues: 0 });
  }

  /** Added Endpoints matter only if exported by their own labels, and headless. */
  private endpointsAdded(endpoints: Endpoints): void {
    if (isHeadlessEndpoints(endpoints) && this.context.isExported(endpoints.metadata.labels)) {
      this.push({ kind: 'endpoints-seen', endpoints });
    }
  }

  /** Updated Endpoints matter if their own labels match `selector` and no remote discovery. */
  private endpointsUpdated(endpoints: Endpoints): void {
    const { labels } = endpoints.metadata;
    if (this.context.isExported(labels) && !this.context.isFlat(labels)) {
      this.push({ kind: 'endpoints-seen', endpoints });
    }
  }
}
