import { isDeepStrictEqual } from 'node:util';
import { Cluster } from './cluster.js';
import { Watcher } from './controller.js';
import type { ControllerOptions } from './controller-options.js';
import type { RecordedEvent } from './events.js';
import type { Resolver } from './gateway.js';
import type { LinkSpec } from './link-spec.js';
import { LinkStatus } from './link-status.js';

/** A controller to run: one for each Link, and perhaps the local mirror's. */
export interface ControllerInput {
  /** Name of the Link. */
  readonly name: string;
  readonly link: LinkSpec;
  readonly target: Cluster;
  readonly options: ControllerOptions;
  /** The local mirror has no Link: nothing finds it by name, and it has no status. */
  readonly isLocal?: boolean;
}

/** A controller process, running or not. */
class Controller {
  watcher: Watcher | undefined;
  options: ControllerOptions;
  /** The Link's spec as the source holds it; absent once the Link is deleted. */
  link: LinkSpec | undefined;

  constructor(readonly input: ControllerInput) {
    this.link = input.link;
    this.options = input.options;
  }
}

/** The source cluster with its controllers, and the targets they watch. */
export class World {
  readonly statuses = new Map<string, LinkStatus>();
  private readonly recorders: Map<string, RecordedEvent>[] = [];
  private readonly controllers: Controller[];
  private readonly clusters: ReadonlySet<Cluster>;
  private gatewayAnswers: boolean | undefined;

  /** Controllers in the order in which their Links were created, each more than a second after the former. */
  constructor(
    controllers: (source: Cluster) => readonly ControllerInput[],
    private readonly resolve: Resolver,
    private readonly keepsLastStatus: boolean,
    readonly source = new Cluster('source'),
  ) {
    this.controllers = controllers(this.source).map((input) => new Controller(input));
    this.clusters = new Set([this.source, ...this.controllers.map(({ input }) => input.target)]);
    for (const { input } of this.controllers) {
      if (input.isLocal !== true) this.statuses.set(input.name, new LinkStatus(keepsLastStatus));
    }
  }

  /** Starts the controllers of these Links, or all, each after the former has settled. */
  start(names: readonly string[] = this.controllers.map(({ input }) => input.name)): void {
    for (const name of names) {
      const controller = this.controllers.find(({ input }) => input.name === name);
      if (controller === undefined) continue;
      this.startWatcher(controller);
      this.settle();
    }
  }

  /** Stops all controllers; what happens meanwhile they see at their next start. */
  stop(): void {
    for (const controller of this.controllers) this.stopWatcher(controller);
  }

  /** Stops a Link's controller and starts it again with other options; the first one's by default. */
  restart(options: ControllerOptions, name = this.controllers[0]?.input.name): void {
    const controller = this.controllers.find(({ input }) => input.name === name);
    if (controller === undefined) return;
    this.stopWatcher(controller);
    controller.options = options;
    this.startWatcher(controller);
  }

  /** Changes a Link; any change of the spec starts its watcher anew. */
  changeLink(name: string, change: (spec: LinkSpec) => LinkSpec): void {
    for (const controller of this.controllers) {
      if (controller.input.name !== name || controller.link === undefined) continue;
      const spec = change(controller.link);
      if (isDeepStrictEqual(spec, controller.link)) continue;
      controller.link = spec;
      if (controller.watcher === undefined) continue;
      this.stopWatcher(controller);
      this.startWatcher(controller);
    }
  }

  /** Creates a Link that was deleted, or that the world began without; its controller starts. */
  createLink(name: string, spec: LinkSpec): void {
    const controller = this.controllers.find(({ input }) => input.name === name);
    if (controller === undefined || controller.link !== undefined) return;
    controller.link = spec;
    this.statuses.set(name, new LinkStatus(this.keepsLastStatus));
    this.startWatcher(controller);
  }

  /** Deletes a Link: its watcher stops, nothing is cleaned up. */
  deleteLink(name: string): void {
    for (const controller of this.controllers) {
      if (controller.input.name !== name) continue;
      this.stopWatcher(controller);
      controller.link = undefined;
      this.statuses.delete(name);
    }
  }

  /** From now on the gateways answer probes, or not. A gateway that never answered is not called dead. */
  answerProbes(answers: boolean): void {
    const before = this.gatewayAnswers;
    this.gatewayAnswers = answers;
    if (before === answers || (before === undefined && !answers)) return;
    for (const { watcher, link } of this.controllers) {
      if ((link?.probeSpec?.path ?? '') !== '') watcher?.setGatewayAlive(answers);
    }
  }

  /** Lets every controller repair once, as each does after its period. */
  repair(): void {
    for (const { watcher, options } of this.controllers) if (options.repairsPeriodically) watcher?.repair();
    this.settle();
  }

  /** Links whose controller died of what it read. */
  crashedLinks(): readonly string[] {
    return this.controllers
      .filter(({ watcher }) => watcher?.hasCrashed() === true)
      .map(({ input }) => input.name);
  }

  /** All events written so far; each start of a watcher writes its own anew. */
  *events(): Iterable<RecordedEvent> {
    for (const recorder of this.recorders) yield* recorder.values();
  }

  /** Lets Kubernetes' own controllers catch up, while the queues only fill. */
  settleKubernetes(): void {
    for (const cluster of this.clusters) cluster.settle();
  }

  /** Runs all controllers, and Kubernetes' own, until nothing is left to do. */
  settle(): void {
    for (let busy = true; busy;) {
      busy = false;
      this.settleKubernetes();
      for (const { watcher } of this.controllers) {
        while (watcher?.handleNext() === true) {
          busy = true;
          this.source.settle();
        }
      }
    }
  }

  private stopWatcher(controller: Controller): void {
    controller.watcher?.stop();
    controller.watcher = undefined;
  }

  private startWatcher(controller: Controller): void {
    const { input, link, options } = controller;
    if (link === undefined) return;
    const status = this.statuses.get(input.name);
    const recorder = new Map<string, RecordedEvent>();
    this.recorders.push(recorder);
    controller.watcher = new Watcher({
      ...options,
      link,
      source: this.source,
      target: input.target,
      ...(status === undefined ? {} : { status }),
      resolve: this.resolve,
      isOlderLink: (name) => this.isOlder(name, controller),
      record: (event, namespace) => recorder.set(JSON.stringify([namespace, event]), event),
    });
    controller.watcher.start();
    if (this.gatewayAnswers === true && (link.probeSpec?.path ?? '') !== '')
      controller.watcher.setGatewayAlive(true);
  }

  private isOlder(name: string, than: Controller): boolean | undefined {
    const index = this.controllers.findIndex(
      (c) => c.input.name === name && c.link !== undefined && c.input.isLocal !== true,
    );
    return index < 0 ? undefined : index < this.controllers.indexOf(than);
  }
}
