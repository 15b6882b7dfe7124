import type { CommandExample } from './command-example.js';
import { linkExamples } from './link-examples.js';
import { manifestExamples } from './manifest-examples.js';
import { outputExamples } from './output-examples.js';
import { schemaExamples } from './schema-examples.js';
import { fleet, spoiled, synth, values } from './working-fleet.js';

function release(version: string): CommandExample {
  return spoiled('edge-26.8.2', version);
}

const externalSecrets = '  externalSecrets: { store: vault, key: "{source}-to-{target}" }';

/** For each code that more than the reading of the input reports, commands that make it be reported. */
export const commandExamples: Readonly<Record<string, CommandExample>> = {
  RELEASE_MALFORMED: { steps: [{ args: ['template', '--release', 'latest'] }] },
  RELEASE_TOO_OLD: release('"2.13"'),
  RELEASE_UNPUBLISHED: release('stable-2.14.99'),
  RELEASE_UNVERIFIED: release('edge-27.1.1'),
  RELEASE_PATCH: release('2.18.1'),
  CHART_HELM_FAILS: synth({ 'config/values.yaml': 'namespaceMetadata: null\n' }),
  CHART_VALUE_LATER: {
    steps: [
      {
        args: ['template', '--release', '2.14', '-f', 'values.yaml'],
        files: { 'values.yaml': 'controllers: [{ link: { ref: { name: hub } } }]\n' },
      },
    ],
  },
  SET_FORM: { steps: [{ args: ['template', '--release', '2.18', '--set', 'gateway.port'] }] },
  ACCESS_ACCOUNT_NAME: spoiled('east: {}', 'east: { argocdName: East_1 }'),
  API_SERVER_MISSING: spoiled(
    externalSecrets,
    '  externalSecrets: { store: vault, key: "{source}-to-{target}", push: true }',
  ),
  LINK_OPTION_LATER: synth({
    'config/fleet.yaml': fleet
      .replace('edge-26.8.2', '"2.17"')
      .replace('spokes: [east]', 'spokes: [east], excludedLabels: [team]'),
  }),
  SEALED_SECRET_MISSING: spoiled(externalSecrets, '  sealedSecrets: { folder: sealed }'),
  MONITOR_WITHOUT_SCRAPER: spoiled('east: {}', 'east: { enableServiceMonitor: true }'),
  SECRET_LEAKED: synth({ 'config/values.yaml': `${values}# made with ghp_${'aB3'.repeat(12)}\n` }),
  SUPPRESSION_UNUSED: spoiled('clusters:', 'suppress: [{ code: LINK_DURATION, reason: known }]\nclusters:'),
  ...linkExamples,
  ...manifestExamples,
  ...outputExamples,
  ...schemaExamples,
};
