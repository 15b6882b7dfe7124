import { expect, test } from 'vitest';
import type { GivenManifest } from '../../../lib/simulator/prediction/given.js';
import { predict } from '../../../lib/simulator/prediction/predict.js';
import { openFleet } from '../../../lib/pipeline/open-fleet.js';
import { renderFleet } from '../../../lib/pipeline/render-fleet.js';
import { folderWith } from '../../support/config-folder.js';
import { cluster, exported, namespace, service } from '../../support/manifests.js';

const clusters = 200;
const exportsEach = 50;

/** Clusters in pairs that mirror from each other. */
function fleetFile(): string {
  const names = Array.from({ length: clusters }, (_, i) => `c${i}`);
  const gateway = '{ gateway: { address: 203.0.113.10 } }';
  const pairs = names
    .filter((_, i) => i % 2 === 0)
    .map((name, i) => `  - pair: { clusters: [${name}, c${2 * i + 1}] }`);
  return [
    'name: speed',
    'linkerd: { release: edge-26.8.3, trustDomain: cluster.local }',
    'credentials: { externalSecrets: { store: vault, key: "mc/{source}-to-{target}", name: "{secret}-es" } }',
    'clusters:',
    ...names.map((name) => `  ${name}: ${gateway}`),
    'topology:',
    ...pairs,
    '',
  ].join('\n');
}

/** Processor time of a call in milliseconds: others on the machine weigh less on it than on the clock. */
function cost<T>(call: () => T): { readonly result: T; readonly milliseconds: number } {
  const before = process.cpuUsage();
  const result = call();
  const { user, system } = process.cpuUsage(before);
  return { result, milliseconds: (user + system) / 1000 };
}

test('predicts 50 exports a cluster in under three times the time that rendering takes', () => {
  const { opened, diagnostics } = openFleet(folderWith({ 'fleet.yaml': fleetFile() }));
  if (opened === undefined) throw new Error(JSON.stringify(diagnostics.slice(0, 3)));
  const services = Array.from({ length: exportsEach }, (_, i) => service(`web-${i}`, { labels: exported }));
  const render = () =>
    [...renderFleet(opened)].map(({ cluster: { name }, files }) => {
      const manifests: GivenManifest[] = [...files].flatMap((file) =>
        file.manifests.map((object) => ({ object })),
      );
      return cluster(name, namespace('shop'), ...manifests, ...services);
    });
  let best = Infinity;
  for (let round = 0; round < 3; round++) {
    const rendering = cost(render);
    const predicting = cost(() => predict({ clusters: rendering.result }));
    const mirrors = predicting.result.sources.reduce((sum, source) => sum + source.mirrors.length, 0);
    expect(mirrors).toBe(clusters * exportsEach);
    best = Math.min(best, predicting.milliseconds / rendering.milliseconds);
  }
  process.stdout.write(`predicting took ${best.toFixed(2)} times as long as rendering\n`);
  expect(best).toBeLessThan(3);
});
