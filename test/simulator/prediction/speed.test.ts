import { expect, test } from 'vitest';
import type { GivenCluster, GivenManifest } from '../../../lib/simulator/prediction/given.js';
import { predict } from '../../../lib/simulator/prediction/predict.js';
import { compileFleet } from '../../../lib/pipeline/compile-fleet.js';
import { openFleet } from '../../../lib/pipeline/open-fleet.js';
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

/** Milliseconds of processor time until now: others on the machine weigh less on it than on the clock. */
function used(): number {
  const { user, system } = process.cpuUsage();
  return (user + system) / 1000;
}

/**
 * Each once, as a command runs it. Rendering is what `synth` does up to the files' text, checks included: objects alone
 * are remembered from cluster to cluster, so that they cost next to nothing here, where all have the same values.
 */
test('predicts 50 exports a cluster in under three times the time that rendering takes', async () => {
  const { opened, diagnostics } = openFleet(folderWith({ 'fleet.yaml': fleetFile() }));
  if (opened === undefined) throw new Error(JSON.stringify(diagnostics.slice(0, 3)));
  const services = Array.from({ length: exportsEach }, (_, i) => service(`web-${i}`, { labels: exported }));
  const given: GivenCluster[] = [];
  const began = used();
  await compileFleet(opened, {
    onCluster: ({ name }, manifests) => {
      const rendered = manifests.map((object): GivenManifest => ({ object }));
      given.push(cluster(name, namespace('shop'), ...rendered, ...services));
    },
  });
  const rendered = used();
  const { sources } = predict({ clusters: given });
  const times = (used() - rendered) / (rendered - began);
  expect(sources.reduce((sum, source) => sum + source.mirrors.length, 0)).toBe(clusters * exportsEach);
  process.stdout.write(`predicting took ${times.toFixed(2)} times as long as rendering\n`);
  expect(times).toBeLessThan(3);
});
