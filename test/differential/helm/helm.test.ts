import { isDeepStrictEqual } from 'node:util';
import fc from 'fast-check';
import { afterAll, describe, expect, test } from 'vitest';
import { chartObjects } from '../../../lib/chart/chart.js';
import { hasErrors } from '../../../lib/diagnostics/diagnostic.js';
import type { HelmMap } from '../../../lib/helm/value.js';
import { oddValues, plainValues } from '../../support/chart-values.js';
import { isRequired } from '../../support/upstream.js';
import { yamlText } from '../../support/yaml-styles.js';
import { findCharts, helmTemplate, type Chart, type HelmOutput } from './helm.js';

const found = findCharts();
const seed = Number(process.env.LINKSPAN_SEED ?? Math.floor(Math.random() * 2 ** 31));
const runs = Number(process.env.LINKSPAN_RUNS ?? 110);

/** How many smaller values to try after the first difference, at a Helm each. */
const longestShrink = 300;

/** What became of odd values that Helm renders. */
const odd = { rendered: 0, refused: 0 };

/** The prose of the Link CRD is ours, so it is left out. */
function withoutProse(value: unknown): unknown {
  if (Array.isArray(value)) return value.map(withoutProse);
  if (typeof value !== 'object' || value === null) return value;
  return Object.fromEntries(
    Object.entries(value)
      .filter(([key, inner]) => key !== 'description' || typeof inner !== 'string')
      .map(([key, inner]) => [key, withoutProse(inner)]),
  );
}

function comparable(objects: readonly unknown[]): unknown[] {
  return objects.map((object) =>
    (object as { kind?: unknown }).kind === 'CustomResourceDefinition' ? withoutProse(object) : object,
  );
}

/** Our objects as JSON, undefined when the values are refused. */
function ours(chart: Chart, namespace: string, values: HelmMap | string): unknown[] | undefined {
  const { release, linkerdVersion } = chart;
  const { objects, diagnostics } = chartObjects({
    release,
    values,
    namespace,
    linkerdVersion,
    parity: 'exact',
  });
  if (hasErrors(diagnostics)) return undefined;
  return JSON.parse(JSON.stringify(objects)) as unknown[];
}

/** The first object that differs, on both sides: more than that nobody reads. */
function firstDifference(theirs: readonly unknown[], mine: readonly unknown[]): string | undefined {
  const [a, b] = [comparable(theirs), comparable(mine)];
  const at = Array.from({ length: Math.max(a.length, b.length) }, (_, i) => i).find(
    (i) => !isDeepStrictEqual(a[i], b[i]),
  );
  if (at === undefined) return undefined;
  return `object ${at}\nHelm: ${JSON.stringify(a[at])}\nours: ${JSON.stringify(b[at])}`;
}

function compare(output: HelmOutput, mine: unknown[] | undefined): void {
  if ('error' in output) {
    expect(mine, `Helm fails, we do not: ${output.error}`).toBeUndefined();
    return;
  }
  if (mine !== undefined) expect(firstDifference(output.objects, mine)).toBeUndefined();
}

/** JSON on one line, which is given to us as data, or another style, which we read as Helm does. */
const styles = fc.oneof(fc.constant(0), fc.nat());

const namespaces = fc.constantFrom('linkerd-multicluster', 'mc');

/** Valid names that YAML reads as something else. */
const oddNamespaces = fc.constantFrom('mc', '123', 'on', '1e3');

async function assertEqual(
  chart: Chart,
  namespaces: fc.Arbitrary<string>,
  values: fc.Arbitrary<HelmMap>,
  judge: (output: HelmOutput, mine: unknown[] | undefined) => void,
): Promise<void> {
  let triesToShrink = 0;
  const property = fc.asyncProperty(namespaces, values, styles, async (namespace, given, style) => {
    if (triesToShrink > longestShrink) return;
    const text = yamlText(given, style);
    const output = await helmTemplate(chart, namespace, text);
    try {
      if (triesToShrink > 0) triesToShrink += 1;
      judge(output, ours(chart, namespace, style === 0 ? given : text));
    } catch (error) {
      triesToShrink ||= 1;
      throw error;
    }
  });
  await fc.assert(property, { seed, numRuns: runs });
}

if ('charts' in found) {
  console.log(`LINKSPAN_SEED=${seed}, ${2 * runs} values for each of ${found.charts.length} releases`);

  describe.concurrent.each(found.charts.map((chart) => [chart.release, chart] as const))('%s', (_, chart) => {
    test('renders values of the documented types as Helm does', async () => {
      await assertEqual(chart, namespaces, plainValues, (output, mine) => {
        if (!('error' in output)) expect(mine, 'Helm renders it, we refuse').toBeDefined();
        compare(output, mine);
      });
    });

    test('renders odd values as Helm does, or refuses them', async () => {
      await assertEqual(chart, oddNamespaces, oddValues, (output, mine) => {
        if ('objects' in output) odd[mine === undefined ? 'refused' : 'rendered'] += 1;
        compare(output, mine);
      });
    });
  });

  afterAll(() => {
    const share = odd.refused / (odd.refused + odd.rendered);
    console.log(`${odd.refused} of ${odd.refused + odd.rendered} odd values that Helm renders are refused`);
    expect(share).toBeLessThanOrEqual(0.2);
  });
} else if (isRequired('helm')) {
  test('has what it needs', () => {
    throw new Error(found.missing);
  });
} else {
  test.skip(`compares with Helm (skipped: ${found.missing})`, () => undefined);
}
