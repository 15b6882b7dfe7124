import { mkdirSync, rmSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { dump } from 'js-yaml';
import { check, nodeFloor } from './fleets.js';
import { measureScript, median, paired } from './measure.js';
import { byFolder, readObjects } from './objects.js';

const peer = (name) => fileURLToPath(new URL(`./peers/${name}.js`, import.meta.url));

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
    () => fleet.synth().cpu - floor,
    () => jsonFloor(fleet),
  );
}

/** Processor seconds of stock cdk8s for so many of a fleet's clusters, an App for each; loading cdk8s is not counted. */
export function stockCdk8s(fleet, count) {
  const out = join(fleet.folder, 'cdk8s');
  rmSync(out, { recursive: true, force: true });
  return measureScript(peer('stock-cdk8s'), [fleet.dist, out, String(count)]).cpu;
}

/** T3: stock cdk8s over the objects of some of the clusters, an App for each. */
export function againstStockCdk8s(fleet, floor, { count, rounds }) {
  return paired(
    rounds,
    () => (fleet.synth().cpu - floor) / fleet.names.length,
    () => stockCdk8s(fleet, count) / count,
  );
}

/** T2: ours against a peer that is called once for each cluster; `peerCpu` is what so many calls took. */
export function againstCalls(fleet, rounds, { cpu, count }) {
  const ours = median(Array.from({ length: rounds }, () => fleet.synth().cpu));
  return ours / fleet.names.length / (cpu / count);
}

/** T4 and T6 from the same runs: growth, peak memory, and an unchanged run against a full one. */
export function ofHugeFleet(small, huge, floor, rounds) {
  const runs = Array.from({ length: rounds }, () => {
    const full = huge.synthWithMemory();
    const again = huge.synthAgain();
    const few = small.synth();
    return {
      peak: full.peak,
      unchanged: (again.cpu - floor) / (full.cpu - floor),
      growth:
        Math.log((full.cpu - floor) / (few.cpu - floor)) / Math.log(huge.names.length / small.names.length),
    };
  });
  const middle = (key) => median(runs.map((run) => run[key]));
  return { peak: middle('peak'), unchanged: middle('unchanged'), growth: middle('growth') };
}

/** T6: an unchanged run against a full one. */
export function unchanged(fleet, floor) {
  const full = fleet.synth().cpu - floor;
  return (fleet.synthAgain().cpu - floor) / full;
}

/**
 * T5: three clusters, seconds over the start of Node: of the clock, or of the processor where others may hold the
 * machine. The least of several rounds, as all that disturbs adds.
 */
export function overNode(fleet, rounds, of) {
  const pairs = Array.from({ length: rounds }, () => [fleet.synth()[of], nodeFloor()[of]]);
  return Math.min(...pairs.map(([ours]) => ours)) - Math.min(...pairs.map(([, floor]) => floor));
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
    () => check(folder).cpu - floor,
    () => measureScript(peer('bare-parse'), [folder]).cpu,
  );
}
