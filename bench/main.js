// `npm run bench`: what Linkspan costs, as ratios to what people use today, measured in one run.
// `npm run bench -- --quick`: small fleets, for CI; fails only where a ratio is far beyond its target.
import { cpus, totalmem } from 'node:os';
import { readFileSync, writeFileSync } from 'node:fs';
import { curves } from './curves.js';
import { BenchFleet, workspace } from './fleets.js';
import * as figures from './figures.js';
import { helmCalls, helmChart } from './peers/helm.js';
import { hasKubectl, kustomizeCalls } from './peers/kustomize.js';
import { chart } from './plot.js';
import { refreshed } from './readme.js';
import { table } from './table.js';

const quick = process.argv.includes('--quick');
const { root, isInMemory, remove } = workspace();
process.on('exit', remove);
const began = performance.now();
const rounds = quick ? 1 : 3;
const fleet = (name, options) => new BenchFleet(root, name, options);
const results = [];
const elapsed = () => `${((performance.now() - began) / 1000).toFixed(0).padStart(4)} s`;
/** The clock decides, but on a build machine, which may be busy: there it is the processor. */
const note = (id, title, { wall, cpu } = {}, target, unit = '×') => {
  const value = quick ? cpu : wall;
  results.push({ id, title, value, wall, cpu, target, unit });
  console.error(`${elapsed()}  ${id} ${value === undefined ? 'not measured here' : value.toFixed(3)}`);
};

const floor = figures.startOfNode(quick ? 3 : 9);
const three = fleet('three', { clusters: 3 });
const hundred = fleet('hundred', { clusters: 100 });
const many = quick ? hundred : fleet('thousand', { clusters: 1000 });

note('T5', 'three clusters, seconds over node -e 0', figures.overNode(three, quick ? 5 : 15), 0.09, 's');
const t1 = figures.againstJson(many, floor, rounds);
note('T1', `${many.names.length} clusters against JSON.stringify and write`, t1, 5);
if (!quick) {
  const checks = figures.checksAgainstRendering(many, rounds);
  note('', `${many.names.length} clusters: symbols and checks against rendering`, checks, 1);
}

hundred.synth();
const chartOfHelm = helmChart();
const turns = quick ? { turns: 1, callsATurn: 5 } : { turns: 10, callsATurn: 10 };
const against = (call) => call && figures.againstCalls(hundred, turns, call);
const kustomize = against(hasKubectl() ? kustomizeCalls(hundred, turns.turns * turns.callsATurn) : undefined);
note('T2', '100 clusters against kubectl kustomize per cluster', kustomize?.ratio, 1 / 30);
const helm = against(chartOfHelm && helmCalls(chartOfHelm, hundred));
note('T2', '100 clusters against helm template per cluster', helm?.ratio, 1 / 30);
const calls = { kustomize: kustomize?.calls, helm: helm?.calls };
const stock = figures.againstStockCdk8s(many, floor, { count: quick ? 20 : 200, rounds });
// a hundred clusters are over before Node has compiled what is run most
note('T3', `${many.names.length} clusters against stock cdk8s`, stock, quick ? 1 / 4 : 1 / 8);

if (quick) {
  // of a hundred clusters nothing is remembered
  const some = fleet('some', { clusters: 300 });
  note('T6', '300 clusters: unchanged run against full run', figures.unchanged(some, floor), 0.1);
  const mesh = fleet('mesh', { clusters: 20, shape: 'mesh' });
  note('T10', 'full mesh of 20 clusters against JSON', figures.againstJson(mesh, floor, 1), 5);
} else {
  const huge = fleet('five-thousand', { clusters: 5000 });
  const ofHuge = figures.ofHugeFleet(hundred, huge, floor, 2);
  huge.remove();
  note('T4', 'growth exponent, 100 to 5,000 clusters', ofHuge.growth, 1.05, '');
  note('T4', 'peak memory at 5,000 clusters', { wall: ofHuge.peak }, 150, 'MB');
  note('T6', '5,000 clusters: unchanged run against full run', ofHuge.unchanged, 0.1);
  const fanOut = fleet('fan-out', { clusters: 5001, shape: 'fan-out', ownValues: false });
  const t7 = figures.againstJson(fanOut, floor, rounds);
  fanOut.remove();
  note('T7', 'one cluster with 5,000 Links out against JSON', t7, 3);
  const t9 = figures.checkForeign(many, floor, rounds);
  note('T9', 'check of 1,000 foreign clusters against a bare parse', t9, 1.3);
  const mesh = fleet('mesh', { clusters: 100, shape: 'mesh' });
  const t10 = figures.againstJson(mesh, floor, rounds);
  mesh.remove();
  note('T10', 'full mesh of 100 clusters against JSON', t10, 5);
}

const machine = `${cpus().length} × ${cpus()[0]?.model ?? 'unknown'}, ${Math.round(totalmem() / 2 ** 30)} GiB, Node ${process.versions.node}, files ${isInMemory ? 'in memory' : 'on disk'}`;
console.log(`\n${table(results)}\n\n${machine}.`);
if (!quick) {
  const sized = (size) => (size === 1000 ? many : fleet(`of-${size}`, { clusters: size }));
  const measured = curves({ fleetOf: sized, floor, many, mostCdk8s: 1000, calls });
  const told = { machine, floor, results, curves: measured };
  writeFileSync('bench/results.json', `${JSON.stringify(told, null, 2)}\n`);
  writeFileSync('bench/speed.svg', chart(measured));
  writeFileSync('README.md', refreshed(readFileSync('README.md', 'utf8'), told));
  console.error(`${elapsed()}  wrote bench/results.json, bench/speed.svg and the table of README.md`);
}

/** How far beyond its target a figure must be to fail a build: small fleets on a busy machine are no exact measure. */
const gross = 5;
const failed = quick ? results.filter(({ value, target }) => value > target * gross) : [];
for (const { id, title } of failed) console.error(`${id} ${title}: more than ${gross} times its target`);
if (failed.length > 0) process.exitCode = 1;
