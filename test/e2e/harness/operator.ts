import type { Manifest } from '../../../lib/manifests/manifest.js';
import type { Cluster } from './cluster.js';
import { OperatorStandIn } from './operator-stand-in.js';
import { textAt } from './record.js';

/**
 * The operator's part in clusters that share a store: like the real one it acts on an object once its spec, labels or
 * annotations have changed, and on nothing else within the hour of its interval. It watches no Secret that it pushes.
 */
export class Operator {
  readonly #store = new OperatorStandIn();
  readonly #done = new Map<string, string>();

  /** Pulls what changed, then pushes what changed: in the order that is worst for a rotation. */
  async act(cluster: Cluster): Promise<void> {
    for (const external of await cluster.api.list('external-secrets.io/v1', 'ExternalSecret')) {
      await this.#once(cluster, external, () => this.#pull(cluster, external));
    }
    for (const push of await cluster.api.list('external-secrets.io/v1alpha1', 'PushSecret')) {
      await this.#once(cluster, push, () => this.#push(cluster, push));
    }
  }

  /** Does what an object asks for, unless that is done; what fails is tried again the next time. */
  async #once({ name }: Cluster, object: Manifest, work: () => Promise<void>): Promise<void> {
    const { kind, metadata, spec } = object;
    const key = `${name} ${kind} ${metadata.namespace ?? ''}/${metadata.name}`;
    const seen = JSON.stringify([metadata.labels, metadata.annotations, spec]);
    if (this.#done.get(key) === seen) return;
    try {
      await work();
    } catch (error) {
      if (!/^(the store has no|secret key does not exist)/.test(error instanceof Error ? error.message : ''))
        throw error;
      return;
    }
    this.#done.set(key, seen);
  }

  async #pull({ api }: Cluster, external: Manifest): Promise<void> {
    const { apiVersion, kind, metadata } = external;
    const made = this.#store.pull(external);
    const owner = { apiVersion, kind, name: metadata.name, uid: textAt(metadata, 'uid'), controller: true };
    const owned = { ...made, metadata: { ...made.metadata, ownerReferences: [owner] } };
    await api.apply(owned, { manager: 'operator', force: true });
  }

  async #push({ api }: Cluster, push: Manifest): Promise<void> {
    const { namespace = '' } = push.metadata;
    const name = textAt(push, 'spec', 'selector', 'secret', 'name');
    const secret = await api.get({ apiVersion: 'v1', kind: 'Secret', metadata: { name, namespace } });
    if (secret === undefined) throw new Error('secret key does not exist');
    this.#store.push(push, secret);
    const refreshTime = new Date().toISOString();
    const condition = { type: 'Ready', status: 'True', reason: 'Synced', lastTransitionTime: refreshTime };
    await api.send(
      'PATCH',
      `${await api.path(push)}/status`,
      { status: { conditions: [condition], refreshTime } },
      'application/merge-patch+json',
    );
  }
}
