import { spawnSync } from 'node:child_process';
import { existsSync, readdirSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { dump } from 'js-yaml';
import { measure } from '../measure.js';

/** The chart that Helm renders: of the last edge below LINKSPAN_CHARTS; undefined where there is no helm or no chart. */
export function helmChart() {
  const root = process.env.LINKSPAN_CHARTS;
  const releases = root !== undefined && existsSync(root) ? readdirSync(root) : [];
  const edges = releases.filter((name) => /^edge-\d+\.\d+\.\d+$/.test(name)).sort(byNumbers);
  const release = edges.at(-1) ?? releases.sort().at(-1);
  if (release === undefined || spawnSync('helm', ['version']).status !== 0) return undefined;
  return join(root, release, 'linkerd-multicluster');
}

function byNumbers(a, b) {
  const [x, y] = [a, b].map((name) => name.match(/\d+/g).map(Number));
  return x[0] - y[0] || x[1] - y[1] || x[2] - y[2];
}

/** Calls of `helm template`, one for a cluster, with common values and own ones: gives what measures the one of a number. */
export function helmCalls(chart, fleet) {
  const base = join(fleet.folder, 'helm-base.yaml');
  const own = join(fleet.folder, 'helm-own.yaml');
  writeFileSync(base, dump({ identityTrustDomain: 'mesh.example.net', revisionHistoryLimit: 3 }));
  const controllers = [{ link: { ref: { name: fleet.names[0] } } }];
  const fixed = ['template', 'mesh', chart, '-n', 'mesh', '--kube-version', '1.34.0', '-f', base, '-f', own];
  return (i) => {
    writeFileSync(own, dump({ controllers, podLabels: { team: `team-${i}` } }));
    return measure('helm', [...fixed, '--output-dir', join(fleet.folder, 'helm', `c${i}`)]);
  };
}
