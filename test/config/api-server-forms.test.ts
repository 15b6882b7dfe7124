import { expect, test } from 'vitest';
import { parseFleet } from '../../lib/config/parse-fleet.js';
import { workingExample } from '../support/diagnostic-examples.js';

const fleet = String(workingExample['fleet.yaml']);

function told(from: string, to: string): string[] {
  expect(fleet).toContain(from);
  return parseFleet(fleet.replace(from, to)).diagnostics.map(
    ({ code, severity, path, line, column }) =>
      `${severity} ${code} ${path ?? ''} ${line ?? 0}:${column ?? 0}`,
  );
}

test.each([
  ['{target}_es', false],
  ['Es-{target}', false],
  ['{target}-', false],
  ['{target}-es.mesh', true],
])('an ExternalSecret may be called %s: %s', (name, isTaken) => {
  const found = told('-to-{target}"', `-to-{target}", name: "${name}"`);
  expect(found).toEqual(isTaken ? [] : ['error CONFIG_FORMAT credentials.externalSecrets.name 14:71']);
});

test.each([
  ['{argocdName}-Alloy', false],
  ['{cluster} alloy', false],
  ['{argocdName}-alloy', true],
])('a scraper may have the account %s: %s', (account, isTaken) => {
  const scraper = `{ namespace: grafana, serviceAccount: "${account}" }`;
  const found = told('credentials:', `monitoring: { scrapers: [${scraper}] }\ncredentials:`);
  expect(found).toEqual(isTaken ? [] : ['error CONFIG_FORMAT monitoring.scrapers[0].serviceAccount 13:64']);
});

test('reports keys of labels and annotations, and values of labels, that a patch writes', () => {
  const metadata = '{ labels: { a b: c, tier: x y }, annotations: { c d: any text, e: null } }';
  const merge = `{ metadata: ${metadata}, spec: { template: { metadata: { labels: { -a: b } } } } }`;
  const patch = `{ target: { kind: Deployment, name: linkerd-gateway }, merge: ${merge} }`;
  const found = told('east: {}', `east: { patches: [${patch}] }`);
  const at = 'error CONFIG_FORMAT clusters.east.patches[0].merge';
  expect(found.map((each) => each.replace(/ \d+:\d+$/, ''))).toEqual([
    `${at}.metadata.annotations["c d"]`,
    `${at}.metadata.labels["a b"]`,
    `${at}.metadata.labels.tier`,
    `${at}.spec.template.metadata.labels.-a`,
  ]);
  expect(found.every((each) => /10:\d+$/.test(each))).toBe(true);
});

test('takes annotations with capitals, and templates that an operator fills in, from a patch', () => {
  const template = "{ metadata: { labels: { team: '{{ .team }}' } } }";
  const merge = `{ metadata: { annotations: { Example.com/Foo: bar } }, spec: { target: { template: ${template} } } }`;
  const patch = `{ target: { kind: ExternalSecret, name: cluster-credentials-hub }, merge: ${merge} }`;
  expect(told('east: {}', `east: { patches: [${patch}] }`)).toEqual([]);
});
