import { execFile } from 'node:child_process';
import { mkdirSync, readFileSync, symlinkSync, writeFileSync } from 'node:fs';
import { delimiter, dirname, join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { parse, stringify } from 'yaml';

import { openFleet } from '../../../lib/pipeline/open-fleet.js';
import { planLink, type PlanKind } from '../../../lib/plan/plan-link.js';
import type { Plan } from '../../../lib/plan/step.js';
import { deliver, describeObject } from './deliver.js';
import type { Fleet } from './fleet.js';
import type { Operator } from './operator.js';
import { programFolder } from './programs.js';
import { clusterNames, manifestsOf, type ClusterName } from './shipped-fleet.js';

const command = fileURLToPath(new URL('../../../bin/linkspan.js', import.meta.url));

/** Follows a printed plan: the commands in its backticks run as they stand, in the folder that holds config and dist. */
export class PlanRun {
  readonly #env: NodeJS.ProcessEnv;

  /** `folder` holds `config/` and the `dist/` that the clusters have now; `env` is added to that of the commands. */
  constructor(
    readonly folder: string,
    readonly fleet: Fleet<ClusterName>,
    readonly operator: Operator,
    env: Readonly<Record<string, string>>,
  ) {
    const bin = join(folder, 'bin');
    mkdirSync(bin);
    symlinkSync(command, join(bin, 'linkspan'));
    const path = [bin, programFolder('kubectl'), dirname(process.execPath), process.env.PATH ?? ''];
    this.#env = {
      ...process.env,
      ...env,
      PATH: path.join(delimiter),
      KUBECONFIG: this.#writeContexts(),
      KUBECACHEDIR: join(folder, 'kube-cache'),
    };
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
      for (const each of commandsIn([action])) await this.run(each);
      const synced = /^(?:then )?sync the Application of ([a-z-]+)/.exec(action)?.[1];
      if (synced !== undefined) await this.#sync(synced as ClusterName, before[synced] ?? []);
    }
  }

  /** What the commands of some texts print, one after the other. Rejects when one fails. */
  async outputs(texts: readonly string[]): Promise<string[]> {
    const outputs: string[] = [];
    for (const each of commandsIn(texts)) outputs.push(await this.run(each));
    return outputs;
  }

  /** Runs a command line and tells what it prints. */
  run(line: string): Promise<string> {
    return new Promise((resolve, reject) => {
      const args = ['-e', '-o', 'pipefail', '-c', line];
      execFile('bash', args, { cwd: this.folder, env: this.#env }, (error, out, err) => {
        if (error === null) resolve(`${out}${err}`.trim());
        else reject(new Error(`${line}\n${out}${err}`));
      });
    });
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

  /** One kubeconfig with a context for each cluster, by the name that Argo CD has for it. */
  #writeContexts(): string {
    const each = clusterNames.map((name) => {
      const { clusters, users } = parse(readFileSync(this.fleet.clusters[name].kubeconfig, 'utf8')) as {
        clusters: [object];
        users: [object];
      };
      return {
        clusters: { ...clusters[0], name },
        users: { ...users[0], name },
        contexts: { name, context: { cluster: name, user: name } },
      };
    });
    const list = (key: 'clusters' | 'users' | 'contexts') => each.map((it) => it[key]);
    const path = join(this.folder, 'contexts.kubeconfig');
    const config = { clusters: list('clusters'), users: list('users'), contexts: list('contexts') };
    writeFileSync(path, JSON.stringify({ apiVersion: 'v1', kind: 'Config', ...config }), { mode: 0o600 });
    return path;
  }
}

/** Commands in backticks that can run here; Linkerd's own command and pods that answer are not at hand. */
function commandsIn(texts: readonly string[]): string[] {
  return texts
    .flatMap((text) => [...text.matchAll(/`([^`]+)`/g)].map(([, inner = '']) => inner))
    .filter((inner) => /^(kubectl|linkspan) /.test(inner));
}
