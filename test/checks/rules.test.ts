import { describe, expect, it } from 'vitest';
import { rules } from '../../lib/checks/rules/index.js';
import type { Diagnostic } from '../../lib/diagnostics/diagnostic.js';
import { ownFleet, shippedFleet, upstreamFleet, type TestFleet } from '../support/linker/fleets.js';
import { describeUpstream, upstream } from '../support/upstream.js';
import { cases } from './cases/index.js';

/** What a change adds to what the clean fleet already reports; facts that went missing with it are no finding. */
function added(clean: readonly Diagnostic[], fleet: TestFleet): Diagnostic[] {
  const before = new Set(clean.map((d) => `${d.code} ${d.message}`));
  return fleet.check().filter((d) => d.code !== 'FACT_UNKNOWN' && !before.has(`${d.code} ${d.message}`));
}

function codesOf(diagnostics: readonly Diagnostic[]): string[] {
  return [...new Set(diagnostics.map((d): string => d.code))].sort();
}

describe('rules', () => {
  it('have a change that trips each and one that does not', () => {
    const tested = Object.keys(cases).filter(
      (code) => cases[code]?.trips.length !== 0 && cases[code]?.holds.length !== 0,
    );
    expect(tested.sort()).toEqual(rules.map((rule) => rule.code).sort());
  });

  it('have a code each', () => {
    expect(new Set(rules.map((rule) => rule.code)).size).toBe(rules.length);
  });

  it.each(rules.map((rule) => [rule.code, rule] as const))(
    '%s has a fix, a symptom and a pinned source',
    (_, rule) => {
      expect(rule.fix).not.toBe('');
      expect(rule.symptoms.length).toBeGreaterThan(0);
      expect(rule.source).toMatch(/\/blob\/(edge-|version-|stable-|v)[\d.]+/);
    },
  );

  it('report nothing of a clean fleet', () => {
    expect(
      ownFleet()
        .check()
        .filter((d) => d.code !== 'FACT_UNKNOWN'),
    ).toEqual([]);
  });
});

const bases: [string, () => TestFleet][] = [
  ['own words', ownFleet],
  ['the shipped fleet, as it is rendered', shippedFleet],
];

describe.each(bases)('in a fleet of %s', (_, base) => {
  everyCase(base);
});

describeUpstream('in a fleet of upstream renders', () => {
  everyCase(() =>
    upstreamFleet(
      upstream('linkerd2/edge-26.8.3/derived-renders/controllers-nodeport-probe.yaml'),
      upstream('linkerd2/edge-26.8.3/derived-renders/target-only-nodeport.yaml'),
      upstream('linkerd2/edge-26.8.3/links.multicluster.linkerd.io.crd.yaml'),
    ),
  );
});

function everyCase(base: () => TestFleet): void {
  let clean: readonly Diagnostic[] | undefined;
  for (const [code, { trips, holds }] of Object.entries(cases)) {
    for (const { when, edit, also } of trips) {
      it(`reports ${code} when ${when}`, () => {
        const fleet = base();
        clean ??= fleet.check();
        edit(fleet);
        expect(codesOf(added(clean, fleet))).toEqual([code, ...(also ?? [])].sort());
      });
    }
    for (const { when, edit } of holds) {
      it(`keeps silent about ${code} when ${when}`, () => {
        const fleet = base();
        clean ??= fleet.check();
        edit(fleet);
        expect(codesOf(added(clean, fleet))).not.toContain(code);
      });
    }
  }
}
