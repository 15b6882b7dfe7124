import { expect, test } from 'vitest';
import { edgeNumber, LAST_2_14_PATCH, STABLE_LINES } from '../../lib/releases/published.js';
import { ORIGIN } from '../../lib/releases/origin.js';
import { TIMELINE } from '../../lib/releases/timeline.js';

test('stands in the order of the releases', () => {
  const numbers = TIMELINE.map((change) => edgeNumber(change.edge));
  expect(numbers).toStrictEqual([...numbers].sort((a, b) => a - b));
});

test.each(TIMELINE)('$edge, $what: names the first stable line that has it', ({ edge, stable }) => {
  const first = STABLE_LINES.find((line) => edgeNumber(line.edge) >= edgeNumber(edge))?.minor;
  if (stable?.startsWith('2.14.') === true)
    expect(Number(stable.slice('2.14.'.length))).toBeLessThanOrEqual(LAST_2_14_PATCH);
  else expect(stable).toBe(first);
});

test.each(TIMELINE)('$edge, $what: cites a source at a tag or a pull request', ({ source }) => {
  expect(source).toMatch(
    /^https:\/\/github\.com\/linkerd\/linkerd2\/(?:blob\/(?:edge|stable)-[\d.]+\/|pull\/\d+$)/,
  );
});

test('each change changes something', () => {
  let facts: object = ORIGIN;
  for (const change of TIMELINE) {
    const next = { ...facts, ...change.facts };
    expect(JSON.stringify(next) === JSON.stringify(facts) && change.values === undefined, change.what).toBe(
      false,
    );
    facts = next;
  }
});
