// `npm run bench`: what Linkspan costs, as ratios to what people use today, measured in one run.
// `npm run bench -- --quick`: small fleets, for CI; fails only where a ratio is far beyond its target.
import { cpus, totalmem } from 'node:os';
import { writeFileSync } from 'node:fs';
import { BenchFleet, workspace } from './fleets.js';
import * as figures from './figures.js';
import { chart } from './plot.js';
import { table } from './table.js';

const quick = process.argv.includes('--quick');
const { root, remove } = workspace();
process.on('exit', remove);
const began = performance.now();
const rounds = quick ? 1 : 3;
const fleet = (name, options) => new BenchFleet(root, name, options);
const results = [];
const note = (id, title, value, target, unit = '×') => {
  results.push({ id, title, value, target, unit });
  const seconds = ((performance.now() - began) / 1000).toFixed(0);
  console.error(
    `${seconds.padStart(4)} s  ${id} ${value === undefined ? 'not measured here' : value.toFixed(3)}`,
  );
};

const floor = figures.startOfNode(quick ? 3 : 9);
const three = fleet('three', { clusters: 3 });
const hundred = fleet('hundred', { clusters: 100 });
const many = quick ? hundred : fleet('thousand', { clusters: 1000 });

note('T5', 'three clusters, seconds over node -e 0', figures.overNode(three, quick ? 5 : 15), 0.09, 's');
const t1 = figures.againstJson(many, floor, rounds);
note('T1', `${many.names.length} clusters against JSON.stringify and write`, t1.ratio, 5);
const kustomize = figures.againstKustomize(hundred, { count: quick ? 5 : 100, rounds: 1 });
note('T2', '100 clusters against kubectl kustomize per cluster', kustomize?.ratio, 1 / 30);
const helm = figures.againstHelm(hundred, { count: quick ? 5 : 100, rounds: 1 });
note('T2', '100 clusters against helm template per cluster', helm?.ratio, 1 / 30);
const stock = figures.againstStockCdk8s(many, floor, { most: quick ? 20 : 200, rounds });
note('T3', `${many.names.length} clusters against stock cdk8s`, stock.ratio, 1 / 8);
if (quick) {
  note('T6', '100 clusters: unchanged run against full run', figures.unchanged(hundred, floor, 1).ratio, 0.1);
  const mesh = fleet('mesh', { clusters: 20, shape: 'mesh' });
  note('T10', 'full mesh of 20 clusters against JSON', figures.againstJson(mesh, floor, 1).ratio, 5);
} else {
  const huge = fleet('five-thousand', { clusters: 5000 });
  note('T4', 'growth exponent, 100 to 5,000 clusters', figures.growth(hundred, huge, floor, 1), 1.05, '');
  note('T4', 'peak memory at 5,000 clusters', huge.peakMemory(), 150, 'MB');
  note('T6', '5,000 clusters: unchanged run against full run', figures.unchanged(huge, floor, 1).ratio, 0.1);
  huge.forget();
  const fanOut = fleet('fan-out', { clusters: 5001, shape: 'fan-out', ownValues: false });
  note('T7', 'one cluster with 5,000 Links out against JSON', figures.againstJson(fanOut, floor, 1).ratio, 3);
  fanOut.forget();
  note(
    'T9',
    'check of 1,000 foreign clusters against a bare parse',
    figures.checkForeign(many, floor, 1).ratio,
    1.3,
  );
  const mesh = fleet('mesh', { clusters: 100, shape: 'mesh' });
  note('T10', 'full mesh of 100 clusters against JSON', figures.againstJson(mesh, floor, 1).ratio, 5);
}

const machine = `${cpus().length} × ${cpus()[0]?.model ?? 'unknown'}, ${Math.round(totalmem() / 2 ** 30)} GiB, Node ${process.versions.node}`;
console.log(`\n${table(results)}\n\n${machine}; processor time, less the start of Node.`);
if (!quick) {
  const perCluster = {
    linkspan: t1.ours / many.names.length,
    'stock cdk8s': stock.theirs,
    kustomize: kustomize?.theirs,
    helm: helm?.theirs,
  };
  writeFileSync(
    'bench/results.json',
    `${JSON.stringify({ machine, floor, results, perCluster }, null, 2)}\n`,
  );
  writeFileSync('bench/speed.svg', chart(perCluster));
}
/** How far beyond its target a figure must be to fail a build: small fleets on a busy machine are no exact measure. */
const gross = 3;
if (quick && results.some(({ value, target }) => value > target * gross)) process.exitCode = 1;
