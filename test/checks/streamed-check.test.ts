import { describe, expect, it } from 'vitest';
import type { Fleet } from '../../lib/checks/fleet.js';
import { rules } from '../../lib/checks/rules/index.js';
import { ownFleet, shippedFleet, type TestFleet } from '../support/linker/fleets.js';
import { cases } from './cases/index.js';

const edits = Object.entries(cases).flatMap(([code, { trips, holds }]) =>
  [...trips, ...holds].map(({ when, edit }) => ({ code, when, edit })),
);

describe.each<[string, () => TestFleet]>([
  ['own words', ownFleet],
  ['the shipped fleet, as it is rendered', shippedFleet],
])('a streamed check of a fleet of %s', (_, base) => {
  it.each(edits)('finds what a check of the whole finds, of $code when $when', ({ edit }) => {
    const fleet = base();
    edit(fleet);
    expect(fleet.checkStreamed()).toEqual(fleet.check());
    // what is too mild to be told is not even looked for
    fleet.options = { ...fleet.options, severity: 'warning' };
    expect(fleet.checkStreamed()).toEqual(fleet.check());
  });
});

it('a streamed check finds that a suppression of something too mild to be told is of use', () => {
  const fleet = shippedFleet();
  const [mild] = fleet.check().filter(({ severity, code }) => severity === 'info' && code !== 'FACT_UNKNOWN');
  expect(mild).toBeDefined();
  const reason = 'as we want it';
  for (const suppressions of [
    [{ code: mild?.code ?? '', reason }],
    [{ code: 'GATEWAY_OPEN', where: 'nowhere', reason }],
  ]) {
    fleet.options = { ...fleet.options, severity: 'warning', suppressions };
    expect(fleet.checkStreamed()).toEqual(fleet.check());
  }
});

it('a streamed check of many clusters finds what a check of the whole finds of each', () => {
  const fleet = ownFleet();
  const { west = [] } = fleet.clusters;
  for (let i = 0; i < 60; i++) {
    const objects = structuredClone(west);
    fleet.clusters[`west-${i}`] = objects;
    const [first] = objects.filter(({ kind }) => kind === 'ServiceAccount');
    if (first === undefined) throw new Error('west has no account');
    if (i % 7 === 0) first.metadata.labels = { team: 'a label with spaces' };
    if (i % 14 === 0)
      first.metadata.annotations = { 'linkspan.io/suppress': 'LABEL_VALUE_FORM: as we want it' };
    const mirrored = objects.find(({ kind }) => kind === 'Link');
    // what few clusters have is looked for in those alone
    if (i % 25 === 3 && mirrored !== undefined)
      mirrored.spec = { ...(mirrored.spec as object), targetClusterName: 7 };
    if (i % 11 === 0)
      objects.splice(0, objects.length, ...objects.filter(({ kind }) => !kind.endsWith('Role')));
  }
  for (const severity of ['info', 'warning'] as const) {
    fleet.options = { ...fleet.options, severity };
    const found = fleet.check();
    const ofLabels = found.filter(({ code }) => code === 'LABEL_VALUE_FORM').map(({ cluster }) => cluster);
    expect(ofLabels.sort()).toEqual(['west-21', 'west-35', 'west-49', 'west-7']);
    const ofTypes = found.filter(({ code }) => code === 'MANIFEST_FIELD_TYPE').map(({ cluster }) => cluster);
    expect(ofTypes.sort()).toEqual(['west-28', 'west-3', 'west-53']);
    expect(fleet.checkStreamed()).toEqual(found);
  }
});

describe('rules', () => {
  it('say how far they reach, so that a large fleet is not kept whole', () => {
    expect(rules.filter(({ reach }) => reach === undefined).map(({ code }) => code)).toEqual([]);
  });

  it('of reach `link` look at nothing but the name, version and spec of a Link', () => {
    const ofLinks = rules.filter(({ reach }) => reach === 'link');
    expect(ofLinks.length).toBeGreaterThan(0);
    const seen = new Set<string>();
    for (const { edit } of edits) {
      const fleet = ownFleet();
      edit(fleet);
      const { edges } = fleet.joined();
      for (const rule of ofLinks) {
        for (const edge of edges) {
          const asked = new Set<string>();
          const told: unknown[] = [];
          const tell = Object.assign((finding: unknown) => told.push(finding), {
            unknown: (fact: unknown) => told.push(fact),
          });
          const watched = { ...edge, label: edge.label, link: watch(edge.link, asked) };
          rule.check({ edges: [watch(watched, asked)] } as unknown as Fleet, tell);
          // where something is found, each Link is told of with its own place
          if (told.length === 0) for (const key of asked) seen.add(key);
        }
      }
    }
    const { spec } = ownFleet().joined().edges[0]?.link ?? { spec: {} };
    const allowed = ['link', 'label', 'hasGateway', 'name', 'apiVersion', ...Object.keys(spec)];
    expect([...seen].filter((key) => !allowed.includes(key))).toEqual([]);
  });
});

/** An object that notes which of its fields are read. */
function watch<T extends object>(object: T, asked: Set<string>): T {
  return new Proxy(object, {
    get(of, key) {
      if (typeof key === 'string') asked.add(key);
      return Reflect.get(of, key) as unknown;
    },
  });
}
