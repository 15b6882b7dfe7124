import { describe, expect, test } from 'vitest';
import { chartObjects } from '../../lib/chart/chart.js';
import type { HelmMap } from '../../lib/helm/value.js';
import { isMap } from '../../lib/helm/value.js';

/** What the chart says of a value at a path, or the objects that it is in. */
function rendered(path: string, value: string) {
  const values = path.split('.').reduceRight<HelmMap | string>((inner, key) => ({ [key]: inner }), value);
  if (!isMap(values)) throw new Error(`no path: ${path}`);
  return chartObjects({ release: 'edge-26.8.3', values, namespace: 'mc', parity: 'exact' });
}

test('a text of millions of next-line characters is read', () => {
  const [object] = rendered('podLabels.a', `x${'\u0085'.repeat(3_900_000)}`).objects;
  expect(object).toBeDefined();
});

describe('a blank beyond ASCII', () => {
  test.each([
    ['cliVersion', 'x\u00a0'],
    ['cliVersion', '\u2003'],
    ['gateway.loadBalancerIP', '192.0.2.1\u3000\n'],
    ['gateway.serviceType', '\u00a0 '],
    ['podLabels.a', 'x\u00a0'],
    ['gateway.nodeSelector.a', 'x\u2003\n'],
    ['commonLabels.\u00a0a', 'x'],
  ])('is refused where Helm may trim it off: %s %j', (path, value) => {
    const { objects, diagnostics } = rendered(path, value);
    expect(objects).toEqual([]);
    expect(diagnostics[0]).toMatchObject({
      code: 'CHART_HELM_FAILS',
      why: expect.stringContaining('U+00A0') as string,
    });
  });

  test.each([
    ['cliVersion', '\u00a0x'],
    ['cliVersion', '\u00a0&x'],
    ['cliVersion', 'x\u2003y'],
    ['podLabels.a', '\u00a0x'],
    ['commonLabels.a\u00a0', 'x'],
  ])('is a letter to YAML elsewhere: %s %j', (path, value) => {
    const { objects, diagnostics } = rendered(path, value);
    expect(diagnostics).toEqual([]);
    expect(JSON.stringify(objects)).toContain(value);
  });
});
