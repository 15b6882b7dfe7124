import { describe, expect, it } from 'vitest';
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

describe('rules', () => {
  it('say how far they reach, so that a large fleet is not kept whole', () => {
    expect(rules.filter(({ reach }) => reach === undefined).map(({ code }) => code)).toEqual([]);
  });
});
