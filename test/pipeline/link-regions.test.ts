import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { argocdFiles } from '../../lib/argocd/argocd-files.js';
import { ProjectNeeds } from '../../lib/argocd/app-project.js';
import { defineFleet } from '../../lib/config/define-fleet.js';
import type { Diagnostic } from '../../lib/diagnostics/diagnostic.js';
import { FleetLinker } from '../../lib/pipeline/link-fleet.js';
import { openFleet } from '../../lib/pipeline/open-fleet.js';
import { renderFleet } from '../../lib/pipeline/render-fleet.js';
import { regionsOf } from '../../lib/topology/regions.js';
import { configOf } from '../support/config-folder.js';
import { largeFleet } from '../support/large-fleet.js';

/** What the linker finds of a fleet, linked as a whole or region by region; undefined for one that is refused. */
function findings(definition: object, by: 'whole' | 'region'): Diagnostic[] | undefined {
  const { config } = defineFleet(definition as never);
  const { opened } = config === undefined ? {} : openFleet(config);
  if (opened === undefined) return undefined;
  const last = new Set(regionsOf(opened.fleet).map((region) => region.at(-1)));
  const linker = new FleetLinker(opened, 'info');
  const needs = new ProjectNeeds();
  for (const { cluster, files } of renderFleet(opened)) {
    const linked = linker.collect(cluster);
    for (const { file, manifests } of files) {
      linked.add(`clusters/${cluster.argocdName}/${file}`, manifests);
      needs.add(cluster.argocdName, cluster.namespace, manifests);
    }
    linked.end();
    if (by === 'region' && last.has(cluster)) linker.linkRegion();
  }
  linker.link(argocdFiles(opened.fleet, needs));
  return linker.findings([]);
}

const one = <T>(...values: T[]) => fc.constantFrom(...values);
const names = Array.from({ length: 9 }, (_, i) => `c${i}`);

/** A cluster that now and then has an address, server or name of another; `own` stands for what only it has. */
const cluster = fc.record(
  {
    argocdName: one('argo-own'),
    gateway: fc.record(
      {
        address: one('own.example.com', 'own.example.com', 'own.example.com', 'a.example.com', '192.0.2.7'),
        serviceType: one('LoadBalancer', 'LoadBalancer', 'NodePort'),
        nodePort: one(30143, 30144),
        probe: fc.record({ nodePort: one(30191, 30192) }),
      },
      { requiredKeys: ['address', 'nodePort', 'probe'] },
    ),
    apiServer: one(...Array<string>(8).fill('https://own.example.com'), 'https://api.example.com:6443'),
    trustDomain: one('mesh.example.com', 'other.example.com'),
    clusterDomain: one('cluster.local', 'other.local'),
    values: fc.record(
      {
        gateway: fc.record(
          { name: one('linkerd-gateway', 'gate'), loadBalancerIP: one('192.0.2.7', '192.0.2.8') },
          { requiredKeys: [] },
        ),
        commonLabels: one({ team: 'mesh' }, { 'mirror.linkerd.io/exported': 'true' }),
      },
      { requiredKeys: [] },
    ),
  },
  { requiredKeys: ['gateway', 'apiServer'] },
);

const fleet = fc
  .record({
    clusters: fc.array(cluster, { minLength: names.length, maxLength: names.length }),
    links: fc.uniqueArray(
      fc.record({
        source: one(...names),
        target: one(...names),
        mode: one('gateway', 'gateway', 'flat', 'federated'),
      }),
      { minLength: 2, maxLength: 7, selector: ({ source, target }) => `${source} ${target}` },
    ),
    key: one('{source}-to-{target}', '{source}-to-{target}', '{target}', 'all', 'kv/{source}'),
    push: fc.boolean(),
    hasArgocd: fc.boolean(),
  })
  .map(({ clusters, links, key, push, hasArgocd }) => ({
    name: 'parts',
    linkerd: { release: 'edge-26.8.2' },
    clusters: Object.fromEntries(
      clusters.map((each, i): [string, unknown] => [`c${i}`, withOwn(each, `c${i}`)]),
    ),
    topology: links.filter(({ source, target }) => source !== target).map((link) => ({ link })),
    credentials: { externalSecrets: { store: 'vault', key, push } },
    ...(hasArgocd && { argocd: { repoURL: 'https://git.example.com/fleet', createProject: true } }),
  }));

function withOwn(settings: unknown, name: string): unknown {
  return JSON.parse(JSON.stringify(settings).replaceAll('own', name));
}

describe('a fleet is linked', () => {
  const patch =
    '{ target: { kind: Service, name: linkerd-gateway }, merge: { metadata: { labels: { team: mesh } } } }';

  it.each([
    ['where nothing leads on, but not often', 120, {}, [60]],
    ['as a whole where a patch may say anything', 120, { c3: `{ patches: [${patch}] }` }, []],
    ['as a whole where it is small', 48, {}, []],
  ])('%s', (_, count, settings, ends) => {
    const text = largeFleet(count, settings).replace(
      /topology:.*/,
      `topology: [${[0, count / 2].map((hub) => hubAndSpokes(hub, hub + count / 2)).join(', ')}]`,
    );
    const { opened } = openFleet(configOf(text));
    const rendered = opened === undefined ? [] : [...renderFleet(opened)];
    expect(rendered).toHaveLength(count);
    expect(rendered.flatMap(({ endsRegion }, i) => (endsRegion ? [i + 1] : []))).toEqual(ends);
  });
});

/** A hub with all clusters up to a number, in flat mode. */
function hubAndSpokes(hub: number, end: number): string {
  const spokes = Array.from({ length: end - hub - 1 }, (_, i) => `c${hub + 1 + i}`);
  return `{ hubAndSpoke: { hub: c${hub}, spokes: [${spokes.join(', ')}], mode: flat } }`;
}

describe('a fleet that is linked region by region', () => {
  it('has the findings that it has as a whole', () => {
    const told = new Set<string>();
    fc.assert(
      fc.property(fleet, (definition) => {
        const whole = findings(definition, 'whole');
        fc.pre(whole !== undefined);
        for (const { code } of whole) told.add(code);
        expect(findings(definition, 'region')).toEqual(whole);
      }),
      { numRuns: 300, seed: 1 },
    );
    // what compares clusters that no Link joins
    for (const code of ['CREDENTIALS_STORE_SHARED', 'CREDENTIALS_TARGET', 'GATEWAY_ADDRESS_MISMATCH'])
      expect(told).toContain(code);
  });
});
