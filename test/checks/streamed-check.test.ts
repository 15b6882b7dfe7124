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
  });
});

describe('rules', () => {
  it('say how far they reach, so that a large fleet is not kept whole', () => {
    expect(rules.filter(({ reach }) => reach === undefined).map(({ code }) => code)).toEqual([]);
  });
});
