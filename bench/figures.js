import { mkdirSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { dump } from 'js-yaml';
import { check, nodeFloor } from './fleets.js';
import { each, less, measureScript, median, middle, paired, times } from './measure.js';
import { byFolder, readObjects } from './objects.js';

const peer = (name) => fileURLToPath(new URL(`./peers/${name}.js`, import.meta.url));

/** What `node -e 0` costs. */
export function startOfNode(rounds) {
  return middle(Array.from({ length: rounds }, nodeFloor));
}

/** JSON.stringify and write of what a fleet renders, in the same files. */
function jsonFloor(fleet) {
  const out = join(fleet.folder, 'json');
  rmSync(out, { recursive: true, force: true });
  return measureScript(peer('json-floor'), [fleet.dist, out]);
}

/** T1, T7, T10: a fleet's whole synth against the JSON floor of its objects. */
export function againstJson(fleet, floor, rounds) {
  return paired(
    rounds,
    () => less(fleet.synth(), floor),
    () => jsonFloor(fleet),
  );
}

/** What stock cdk8s costs for so many of a fleet's clusters, an App for each; loading cdk8s is not counted. */
export function stockCdk8s(fleet, count) {
  const out = join(fleet.folder, 'cdk8s');
  rmSync(out, { recursive: true, force: true });
  return measureScript(peer('stock-cdk8s'), [fleet.dist, out, String(count)]);
}

/** T3: stock cdk8s over the objects of some of the clusters, an App for each. */
export function againstStockCdk8s(fleet, floor, { count, rounds }) {
  return paired(
    rounds,
    () => each(less(fleet.synth(), floor), fleet.names.length),
    () => each(stockCdk8s(fleet, count), count),
  );
}

/**
 * T2: ours against a peer that is called once for each cluster, in turns, as the machine's own speed drifts; and what each
 * of the calls costs. `call` makes the one of a number.
 */
export function againstCalls(fleet, { turns, callsATurn }, call) {
  const calls = [];
  const ratio = paired(
    turns,
    () => each(less(fleet.synth(), nodeFloor()), fleet.names.length),
    () => {
      const from = calls.length;
      for (let i = 0; i < callsATurn; i++) calls.push(call(from + i));
      return each(sum(calls.slice(from)), callsATurn);
    },
  );
  return { ratio, calls };
}

/** All costs together. */
export function sum(costs) {
  const total = (clock) => costs.reduce((so, cost) => so + cost[clock], 0);
  return { cpu: total('cpu'), wall: total('wall') };
}

/** T4 and T6 from the same runs: growth, peak memory, and an unchanged run against a full one. */
export function ofHugeFleet(small, huge, floor, rounds) {
  const runs = Array.from({ length: rounds }, () => {
    const full = huge.synthWithMemory();
    const unchanged = times(less(huge.synthAgain(), floor), less(full, floor));
    const ratio = times(less(full, floor), less(small.synth(), floor));
    const exponent = (times) => Math.log(times) / Math.log(huge.names.length / small.names.length);
    return { peak: full.peak, unchanged, growth: { cpu: exponent(ratio.cpu), wall: exponent(ratio.wall) } };
  });
  return {
    peak: median(runs.map(({ peak }) => peak)),
    unchanged: middle(runs.map(({ unchanged }) => unchanged)),
    growth: middle(runs.map(({ growth }) => growth)),
  };
}

/** T6: an unchanged run against a full one. */
export function unchanged(fleet, floor) {
  const full = less(fleet.synth(), floor);
  return times(less(fleet.synthAgain(), floor), full);
}

/** T5: three clusters, seconds over the start of Node. The least of several rounds, as all that disturbs adds. */
export function overNode(fleet, rounds) {
  const pairs = Array.from({ length: rounds }, () => [fleet.synth(), nodeFloor()]);
  const least = (clock) =>
    Math.min(...pairs.map(([a]) => a[clock])) - Math.min(...pairs.map(([, b]) => b[clock]));
  return { cpu: least('cpu'), wall: least('wall') };
}

/** Symbols and checks against rendering, as stages of the same runs. */
export function checksAgainstRendering(fleet, rounds) {
  const profile = join(fleet.folder, 'profile.json');
  const ratios = Array.from({ length: rounds }, () => {
    fleet.synth('--profile', profile);
    const { symbols, link, render } = JSON.parse(readFileSync(profile, 'utf8')).stages;
    return (symbols + link) / render;
  });
  return { wall: median(ratios) };
}

/** T9: `check` of folders that others wrote, against the bare parse of the `yaml` library. */
export function checkForeign(fleet, floor, rounds) {
  fleet.synth();
  const folder = join(fleet.folder, 'foreign');
  for (const [path, files] of byFolder(readObjects(fleet.dist))) {
    const own = join(folder, path.split('/')[1]);
    mkdirSync(own, { recursive: true });
    const objects = files.flatMap((file) => file.objects);
    writeFileSync(join(own, 'all.yaml'), objects.map((object) => dump(object)).join('---\n'));
  }
  return paired(
    rounds,
    () => less(check(folder), floor),
    () => measureScript(peer('bare-parse'), [folder]),
  );
}
