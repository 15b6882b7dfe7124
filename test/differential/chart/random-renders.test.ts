import { afterAll, expect, test } from 'vitest';
import { renderChart } from '../../../lib/chart/chart.js';
import { hasErrors } from '../../../lib/diagnostics/diagnostic.js';
import { randomRenders, RELEASE_FOLDERS, type RandomRender } from '../../support/chart-cases.js';
import { Exemptions } from '../../support/exemptions.js';
import { describeUpstream } from '../../support/upstream.js';

type Outcome = 'equal' | 'refused' | 'refused as Helm fails';

describeUpstream('random values, against recorded Helm output', () => {
  const exemptions = new Exemptions('helm');

  function outcome(render: RandomRender, release: string): Outcome {
    const { namespace, linkerdVersion, valuesYaml: values } = render;
    const { parts, diagnostics } = renderChart({
      release,
      values,
      namespace,
      linkerdVersion,
      parity: 'exact',
    });
    const failed = hasErrors(diagnostics);
    if (render.error !== null) {
      expect(failed, `${render.id}: Helm fails, ${render.error}`).toBe(true);
      return 'refused as Helm fails';
    }
    if (failed) return 'refused';
    const ours = parts.map(({ object }) => exemptions.comparable(object));
    expect(ours, render.id).toStrictEqual(render.objects.map((object) => exemptions.comparable(object)));
    const templates = parts.map(({ template }) => `linkerd-multicluster/templates/${template}`);
    expect(templates, render.id).toStrictEqual(render.files);
    return 'equal';
  }

  test.each(RELEASE_FOLDERS)(
    'gives equal objects in the same order, or none, at $release',
    ({ folder, release }) => {
      const renders = randomRenders(folder);
      const outcomes = renders.map((render) => outcome(render, release));
      const count = (wanted: Outcome) => outcomes.filter((found) => found === wanted).length;
      const odd = renders.filter((render) => render.class !== 'plain' && render.error === null).length;
      console.log(
        `${release}: ${renders.length} cases, ${count('equal')} equal, ${count('refused as Helm fails')} refused as Helm fails, ` +
          `${count('refused')} of ${odd} odd ones that Helm renders refused`,
      );
      const refusedPlain = renders.filter(
        (render, i) => render.class === 'plain' && outcomes[i] === 'refused',
      );
      expect(refusedPlain.map((render) => render.id)).toStrictEqual([]);
      expect(count('refused') / odd).toBeLessThanOrEqual(0.2);
    },
  );

  afterAll(() => {
    expect(exemptions.unused()).toStrictEqual([]);
  });
});
