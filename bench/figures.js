import { existsSync, mkdirSync, readdirSync, rmSync, writeFileSync } from 'node:fs';
import { spawnSync } from 'node:child_process';
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { dump } from 'js-yaml';
import { BenchFleet, check, nodeFloor } from './fleets.js';
import { measure, measureScript, median, paired } from './measure.js';
import { readObjects } from './objects.js';
import { writeOverlays } from './peers/kustomize.js';

const peer = (name) => fileURLToPath(new URL(`./peers/${name}.js`, import.meta.url));

/** Processor seconds of a run, less those that starting Node takes. */
const lessNode = (run, floor) => run.cpu - floor;

/** Seconds of `node -e 0`. */
export function startOfNode(rounds) {
  return median(Array.from({ length: rounds }, () => nodeFloor().cpu));
}

/** JSON.stringify and write of what a fleet renders, in the same files. */
function jsonFloor(fleet) {
  const out = join(fleet.folder, 'json');
  rmSync(out, { recursive: true, force: true });
  return measureScript(peer('json-floor'), [fleet.dist, out]).cpu;
}

/** T1, T7, T10: a fleet's whole synth against the JSON floor of its objects. */
export function againstJson(fleet, floor, rounds) {
  return paired(
    rounds,
    () => lessNode(fleet.synth(), floor),
    () => jsonFloor(fleet),
  );
}

/** T2: the same number of clusters by `kubectl kustomize`, one call each; absent where there is no kubectl. */
export function againstKustomize(fleet, { count, rounds }) {
  if (spawnSync('kubectl', ['version', '--client']).status !== 0) return undefined;
  fleet.synth();
  const folder = join(fleet.folder, 'kustomize');
  rmSync(folder, { recursive: true, force: true });
  const spoke = join(fleet.dist, 'clusters', `argo-${fleet.names[1]}`);
  const overlays = writeOverlays(folder, spoke, count);
  const perCall = (overlay) =>
    measure('kubectl', ['kustomize', overlay, '-o', join(overlay, 'out.yaml')]).cpu;
  return perCluster(fleet, rounds, count, () => sum(overlays.map(perCall)));
}

/** T2: the same number of clusters by `helm template`; absent where there is no helm or no chart. */
export function againstHelm(fleet, { count, rounds }) {
  const root = process.env.LINKSPAN_CHARTS;
  const release = root !== undefined && existsSync(root) ? readdirSync(root).sort().at(-1) : undefined;
  if (release === undefined || spawnSync('helm', ['version']).status !== 0) return undefined;
  const chart = join(root, release, 'linkerd-multicluster');
  const base = join(fleet.folder, 'helm-base.yaml');
  writeFileSync(base, dump({ identityTrustDomain: 'mesh.example.net', revisionHistoryLimit: 3 }));
  const out = join(fleet.folder, 'helm');
  const perCall = (i) => {
    const controllers = [{ link: { ref: { name: fleet.names[0] } } }];
    const own = join(fleet.folder, 'helm-own.yaml');
    writeFileSync(own, dump({ controllers, podLabels: { team: `team-${i}` } }));
    const args = [
      'template',
      'mesh',
      chart,
      '-n',
      'mesh',
      '-f',
      base,
      '-f',
      own,
      '--output-dir',
      join(out, `c${i}`),
    ];
    return measure('helm', args).cpu;
  };
  return perCluster(fleet, rounds, count, () => sum(Array.from({ length: count }, (_, i) => perCall(i))));
}

function perCluster(fleet, rounds, count, theirs) {
  return paired(
    rounds,
    () => fleet.synth().cpu / fleet.names.length,
    () => theirs() / count,
  );
}

/** T3: stock cdk8s over the objects of some of the clusters, an App for each. */
export function againstStockCdk8s(fleet, floor, { most, rounds }) {
  return paired(
    rounds,
    () => lessNode(fleet.synth(), floor) / fleet.names.length,
    () => {
      const { cpu, clusters } = measureScript(peer('stock-cdk8s'), [
        fleet.dist,
        join(fleet.folder, 'cdk8s'),
        String(most),
      ]);
      return cpu / clusters;
    },
  );
}

/** T4: how time grows with the number of clusters; 1 is linear. */
export function growth(small, large, floor, rounds) {
  const { ours, theirs } = paired(
    rounds,
    () => lessNode(large.synth(), floor),
    () => lessNode(small.synth(), floor),
  );
  return Math.log(ours / theirs) / Math.log(large.names.length / small.names.length);
}

/** T5: three clusters, seconds over the start of Node. */
export function overNode(fleet, rounds) {
  const { ours, theirs } = paired(
    rounds,
    () => fleet.synth().wall,
    () => nodeFloor().wall,
  );
  return ours - theirs;
}

/** T6: an unchanged run against a full one. */
export function unchanged(fleet, floor, rounds) {
  return paired(
    rounds,
    () => {
      fleet.synth();
      return lessNode(fleet.synthAgain(), floor);
    },
    () => lessNode(fleet.synth(), floor),
  );
}

/** T9: `check` of folders that others wrote, against the bare parse of the `yaml` library. */
export function checkForeign(fleet, floor, rounds) {
  fleet.synth();
  const folder = join(fleet.folder, 'foreign');
  writeForeign(fleet.dist, folder);
  return paired(
    rounds,
    () => lessNode(check(folder), floor),
    () => measureScript(peer('bare-parse'), [folder]).cpu,
  );
}

function writeForeign(dist, folder) {
  const clusters = new Map();
  for (const { path, objects } of readObjects(dist)) {
    const name = path.split('/')[1];
    clusters.set(name, [...(clusters.get(name) ?? []), ...objects]);
  }
  for (const [name, objects] of clusters) {
    mkdirSync(join(folder, name), { recursive: true });
    writeFileSync(join(folder, name, 'all.yaml'), objects.map((object) => dump(object)).join('---\n'));
  }
}

const sum = (figures) => figures.reduce((a, b) => a + b, 0);
