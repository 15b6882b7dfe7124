import { expect, test } from 'vitest';
import { chartObjects } from '../../lib/chart/chart.js';
import { applySet } from '../../lib/helm/set-flag.js';

/** The chart with one `--set`: what it holds of source ranges, or why there is nothing; and how many objects. */
function rendered(expression: string) {
  const set = applySet({}, expression, false);
  if (!('values' in set)) throw new Error(set.problem);
  const { values } = set;
  const { objects, diagnostics } = chartObjects({
    release: 'edge-26.8.3',
    values,
    namespace: 'mc',
    parity: 'exact',
  });
  const specs = objects.flatMap(({ spec }) => (spec === undefined ? [] : [spec as object]));
  const holder = specs.find((spec) => 'loadBalancerSourceRanges' in spec);
  return {
    ranges:
      holder === undefined ? undefined : Object.entries(holder).find(([key]) => key.endsWith('Ranges'))?.[1],
    count: objects.length,
    codes: diagnostics.map(({ code }) => code),
  };
}

const { count } = rendered('gateway.replicas=1');

// recorded from Helm v3.19.2, whose templates go through integers
test.each([
  ['gateway.loadBalancerSourceRanges=2', [0, 1]],
  ['gateway.loadBalancerSourceRanges=0', undefined],
  ['gateway.loadBalancerSourceRanges=-1', null],
  ['controllers=0', undefined],
  ['controllers=-2', undefined],
])('%s is gone through as Helm does', (expression, ranges) => {
  expect(JSON.parse(JSON.stringify(rendered(expression)))).toEqual({
    ...(ranges !== undefined && { ranges }),
    count,
    codes: [],
  });
});

test.each([
  'controllers=1',
  'controllers=x',
  'gateway.loadBalancerSourceRanges=true',
  'gateway.loadBalancerSourceRanges=2000000000',
])('%s is refused', (expression) => {
  expect(rendered(expression)).toEqual({ ranges: undefined, count: 0, codes: ['CHART_HELM_FAILS'] });
});

test('a number of a values file is no integer, and refused', () => {
  const { diagnostics } = chartObjects({
    release: 'edge-26.8.3',
    values: 'gateway: { loadBalancerSourceRanges: 2 }\n',
    namespace: 'mc',
  });
  expect(diagnostics).toMatchObject([{ code: 'CHART_HELM_FAILS' }]);
});
