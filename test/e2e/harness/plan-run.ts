import { writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { stringify } from 'yaml';

import { openFleet } from '../../../lib/pipeline/open-fleet.js';
import { planLink, type PlanKind } from '../../../lib/plan/plan-link.js';
import type { Plan } from '../../../lib/plan/step.js';
import { deliver, describeObject } from './deliver.js';
import type { Fleet } from './fleet.js';
import type { Operator } from './operator.js';
import { Shell } from './shell.js';
import { clusterNames, manifestsOf, type ClusterName } from './shipped-fleet.js';

/** Follows a printed plan: the commands in its backticks run as they stand, in the folder that holds config and dist. */
export class PlanRun {
  readonly #shell: Shell;

  /** `folder` holds `config/` and the `dist/` that the clusters have now; `env` is added to that of the commands. */
  constructor(
    readonly folder: string,
    readonly fleet: Fleet<ClusterName>,
    readonly operator: Operator,
    env: Readonly<Record<string, string>>,
  ) {
    this.#shell = new Shell(folder, fleet, env);
  }

  /** The plan for a Link of the fleet as its file stands. */
  plan(kind: PlanKind, source: string, target: string): Plan {
    const { opened } = openFleet(join(this.folder, 'config'));
    const plan = opened === undefined ? undefined : planLink(kind, opened, { source, target });
    if (plan === undefined) throw new Error(`no plan for ${source}/${target}`);
    return plan;
  }

  /** Does what a step says: its change to the fleet file, then each of its actions in order. */
  async take({ fleet, actions }: Plan['steps'][number]): Promise<void> {
    if (fleet !== undefined) writeFileSync(join(this.folder, 'config/fleet.yaml'), stringify(fleet));
    const before = Object.fromEntries(
      clusterNames.map((name) => [name, manifestsOf(name, join(this.folder, 'dist'))]),
    );
    for (const action of actions) {
      for (const each of commandsIn([action])) await this.#shell.run(each);
      const synced = /^(?:then )?sync the Application of ([a-z-]+)/.exec(action)?.[1];
      if (synced !== undefined) await this.#sync(synced as ClusterName, before[synced] ?? []);
    }
  }

  /** What the commands of some texts print, one after the other. Rejects when one fails. */
  async outputs(texts: readonly string[]): Promise<string[]> {
    const outputs: string[] = [];
    for (const each of commandsIn(texts)) outputs.push(await this.#shell.run(each));
    return outputs;
  }

  /** What Argo CD does with prune, and then the operator of each cluster. */
  async #sync(name: ClusterName, before: readonly ReturnType<typeof manifestsOf>[number][]): Promise<void> {
    const { api } = this.fleet.clusters[name];
    const wanted = manifestsOf(name, join(this.folder, 'dist'));
    const refused = await deliver(api, wanted);
    if (refused.length > 0) throw new Error(refused.join('\n'));
    const kept = new Set(wanted.map(describeObject));
    for (const object of before) if (!kept.has(describeObject(object))) await api.delete(object);
    for (const each of clusterNames) await this.operator.act(this.fleet.clusters[each]);
  }
}

/** Commands in backticks that can run here; Linkerd's own command and pods that answer are not at hand. */
function commandsIn(texts: readonly string[]): string[] {
  return texts
    .flatMap((text) => [...text.matchAll(/`([^`]+)`/g)].map(([, inner = '']) => inner))
    .filter((inner) => /^(kubectl|linkspan) /.test(inner));
}
