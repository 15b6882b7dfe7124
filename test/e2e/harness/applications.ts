import type { Manifest } from '../../../lib/manifests/manifest.js';
import type { Api } from './api.js';
import type { Running } from './processes.js';
import { at, isRecord, textAt } from './record.js';
import { until } from './wait.js';

/** Argo CD's Applications on a hub. */
export class Applications {
  constructor(
    private readonly api: Api,
    private readonly namespace: string,
    private readonly argocd: readonly Running[],
  ) {}

  /** All of them, by name. */
  async all(): Promise<Map<string, Manifest>> {
    const list = await this.api.list('argoproj.io/v1alpha1', 'Application', this.namespace);
    return new Map(list.map((application) => [application.metadata.name, application]));
  }

  /** Waits until there are as many as that. */
  count(expected: number): Promise<Map<string, Manifest>> {
    return until(
      `${expected} Applications`,
      async () => {
        const all = await this.all();
        return all.size === expected && all;
      },
      { on: this.argocd },
    );
  }

  /** Makes Argo CD read Git and the cluster anew, forgetting what it remembers, and waits for its new verdict. */
  async refresh(name: string): Promise<Manifest> {
    const before = textAt(await this.#get(name), 'status', 'reconciledAt');
    // The time is noted in seconds: two verdicts of one second would look alike.
    await new Promise((resolve) => setTimeout(resolve, 1000));
    await this.api.merge(this.#named(name), {
      metadata: { annotations: { 'argocd.argoproj.io/refresh': 'hard' } },
    });
    return until(`${name} refreshed`, async () => {
      const application = await this.#get(name);
      const isDone = textAt(application, 'metadata', 'annotations', 'argocd.argoproj.io/refresh') === '';
      return isDone && textAt(application, 'status', 'reconciledAt') !== before && application;
    });
  }

  /**
   * Syncs with pruning, as a person or automation would, and waits for the end of the operation.
   *
   * `isRetried: false` leaves out the retries that the Application asks for.
   */
  async sync(name: string, { isRetried = true } = {}): Promise<Manifest> {
    await this.refresh(name);
    await this.#ended(name);
    const application = await this.#get(name);
    const started = textAt(application, 'status', 'operationState', 'startedAt');
    // What Argo CD's API server takes over into the operation when a person presses the button.
    const policy = at(application, 'spec', 'syncPolicy');
    const [syncOptions, retry] = [at(policy, 'syncOptions'), at(policy, 'retry')];
    await new Promise((resolve) => setTimeout(resolve, 1000));
    await this.api.merge(this.#named(name), {
      operation: {
        initiatedBy: { username: 'e2e' },
        sync: { prune: true, ...(syncOptions === undefined ? {} : { syncOptions }) },
        ...(retry === undefined || !isRetried ? {} : { retry }),
      },
    });
    await until(
      `${name} begins to sync`,
      async () => textAt(await this.#get(name), 'status', 'operationState', 'startedAt') !== started,
    );
    return this.#ended(name);
  }

  /**
   * Waits until an Application is synced and all of its objects are healthy, but for kinds whose operator is absent.
   *
   * Argo CD's view of a cluster lags behind what it just did there, so its first verdict is no verdict. A verdict taken
   * between two events stays until Argo CD looks again, every two minutes: it is asked to look sooner.
   */
  async settled(name: string, withoutOperator: readonly string[]): Promise<ResourceVerdict[]> {
    let askAgain = performance.now() + 10_000;
    try {
      return await until(`${name} is synced and healthy`, async () => {
        if (performance.now() > askAgain) {
          await this.refresh(name);
          askAgain = performance.now() + 10_000;
        }
        const application = await this.#get(name);
        const resources = resourcesOf(application);
        const isSynced = textAt(application, 'status', 'sync', 'status') === 'Synced';
        const waitsFor = resources.filter(
          ({ kind, sync, health }) =>
            sync !== 'Synced' || (!withoutOperator.includes(kind) && !['', 'Healthy'].includes(health)),
        );
        return isSynced && waitsFor.length === 0 && resources;
      });
    } catch (error) {
      throw new Error(
        `${error instanceof Error ? error.message : String(error)}\n${await this.verdict(name)}`,
        { cause: error },
      );
    }
  }

  /** An Application's verdict, for messages. */
  async verdict(name: string): Promise<string> {
    const application = await this.#get(name);
    const open = resourcesOf(application).filter(
      ({ sync, health }) => sync !== 'Synced' || !['', 'Healthy'].includes(health),
    );
    return JSON.stringify({
      sync: textAt(application, 'status', 'sync', 'status'),
      health: textAt(application, 'status', 'health', 'status'),
      operation: textAt(application, 'status', 'operationState', 'message'),
      conditions: at(application, 'status', 'conditions'),
      open,
    });
  }

  #ended(name: string): Promise<Manifest> {
    return until(
      `${name} ends its sync`,
      async () => {
        const application = await this.#get(name);
        const isRunning = textAt(application, 'status', 'operationState', 'phase') === 'Running';
        return at(application, 'operation') === undefined && !isRunning && application;
      },
      { seconds: 120, on: this.argocd },
    );
  }

  async #get(name: string): Promise<Manifest | undefined> {
    return this.api.get(this.#named(name));
  }

  #named(name: string) {
    return {
      apiVersion: 'argoproj.io/v1alpha1',
      kind: 'Application',
      metadata: { name, namespace: this.namespace },
    };
  }
}

/** What Argo CD says of one object. */
export interface ResourceVerdict {
  readonly kind: string;
  readonly name: string;
  readonly namespace: string;
  readonly sync: string;
  /** Empty for a kind that has no health check. */
  readonly health: string;
}

/** What an Application says of each of its objects. */
function resourcesOf(application: Manifest | undefined): ResourceVerdict[] {
  const resources = at(application, 'status', 'resources');
  return (Array.isArray(resources) ? (resources as unknown[]) : []).filter(isRecord).map((resource) => ({
    kind: textAt(resource, 'kind'),
    name: textAt(resource, 'name'),
    namespace: textAt(resource, 'namespace'),
    sync: textAt(resource, 'status'),
    health: textAt(resource, 'health', 'status'),
  }));
}
