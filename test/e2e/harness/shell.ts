import { execFile } from 'node:child_process';
import { mkdirSync, readFileSync, symlinkSync, writeFileSync } from 'node:fs';
import { delimiter, dirname, join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { parse } from 'yaml';

import type { Fleet } from './fleet.js';
import { programFolder } from './programs.js';
import { clusterNames, type ClusterName } from './shipped-fleet.js';

const command = fileURLToPath(new URL('../../../bin/linkspan.js', import.meta.url));

/** The shell of somebody who has kubectl, linkspan, and a context for each cluster by the name that Argo CD has for it. */
export class Shell {
  readonly #env: NodeJS.ProcessEnv;

  /** Commands run in `folder`; `env` is added to their environment. */
  constructor(
    readonly folder: string,
    fleet: Fleet<ClusterName>,
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
      KUBECONFIG: writeContexts(folder, fleet),
      KUBECACHEDIR: join(folder, 'kube-cache'),
    };
  }

  /** Runs commands and tells what they print. Rejects when one fails. */
  run(script: string): Promise<string> {
    return new Promise((resolve, reject) => {
      const args = ['-e', '-o', 'pipefail', '-c', script];
      execFile('bash', args, { cwd: this.folder, env: this.#env }, (error, out, err) => {
        if (error === null) resolve(`${out}${err}`.trim());
        else reject(new Error(`${script}\n${out}${err}`));
      });
    });
  }
}

/** One kubeconfig with a context for each cluster. */
function writeContexts(folder: string, fleet: Fleet<ClusterName>): string {
  const each = clusterNames.map((name) => {
    const { clusters, users } = parse(readFileSync(fleet.clusters[name].kubeconfig, 'utf8')) as {
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
  const path = join(folder, 'contexts.kubeconfig');
  const config = { clusters: list('clusters'), users: list('users'), contexts: list('contexts') };
  writeFileSync(path, JSON.stringify({ apiVersion: 'v1', kind: 'Config', ...config }), { mode: 0o600 });
  return path;
}
