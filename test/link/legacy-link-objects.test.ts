import { existsSync, readFileSync } from 'node:fs';
import { load, loadAll } from 'js-yaml';
import { describe, expect, test } from 'vitest';
import { legacyLinkObjects } from '../../lib/link/legacy-link-objects.js';
import { describeUpstream, upstream } from '../support/upstream.js';

const releases = [
  ['stable-2.14.10', 'stable-2.14.10'],
  ['version-2.15', '2.15'],
  ['version-2.16', '2.16'],
  ['version-2.17', '2.17'],
  ['version-2.18', '2.18'],
  ['version-2.19', '2.19'],
  ['version-2.20', '2.20'],
  ['edge-26.8.3', 'edge-26.8.3'],
] as const;

const cases = [
  ['service_mirror_default.yaml', {}],
  ['serivce_mirror_default.yaml', {}],
  ['service_mirror_ha.yaml', { enablePodAntiAffinity: true }],
] as const;

describeUpstream('legacy mirrors against the goldens of `link`', () => {
  const goldens = releases.flatMap(([folder, release]) =>
    cases
      .map(([file, values]) => ({ golden: `${folder}/${file}`, release, values }))
      .filter(({ golden }) => existsSync(upstream(`linkerd2/${golden}`))),
  );

  test('there is a golden for every release, and one of high availability from 2.15 on', () => {
    expect(goldens).toHaveLength(2 * releases.length - 1);
  });

  test.each(goldens)('renders $golden', ({ golden, release, values }) => {
    const theirs = loadAll(readFileSync(upstream(`linkerd2/${golden}`), 'utf8')).filter(Boolean);
    const { objects, diagnostics } = legacyLinkObjects({
      release,
      namespace: 'test',
      linkerdVersion: 'dev-undefined',
      values: { targetClusterName: 'test-cluster', ...values },
    });
    expect(diagnostics).toEqual([]);
    expect(objects).toEqual(theirs);
  });

  test.each(releases)('knows the defaults of %s', (folder, release) => {
    const file = upstream(`linkerd2/${folder}/chart-values/linkerd-multicluster-link.values.yaml`);
    const defaults = load(readFileSync(file, 'utf8')) as Record<string, unknown>;
    const said = { targetClusterName: 'east' };
    const render = (values: Record<string, unknown>): unknown =>
      legacyLinkObjects({
        release,
        linkerdVersion: 'linkerdVersionValue',
        values: { ...values, ...said },
      });
    expect(render(defaults)).toEqual(render({}));
  });
});

describe('legacy mirrors', () => {
  const render = (release: string, values: Record<string, unknown>): unknown[] => [
    ...legacyLinkObjects({ release, values: { targetClusterName: 'east', ...values } }).objects,
  ];
  const pod = (objects: unknown[]): unknown =>
    (
      objects.find((o) => (o as { kind: string }).kind === 'Deployment') as {
        spec: { template: { spec: unknown } };
      }
    ).spec.template.spec;

  test('stand apart in a field that nothing reads until edge-23.11.3', () => {
    expect(pod(render('2.14', { enablePodAntiAffinity: true }))).toHaveProperty('podAntiAffinity');
    expect(pod(render('2.15', { enablePodAntiAffinity: true }))).toHaveProperty('affinity.podAntiAffinity');
  });

  test('read Links by their ClusterRole in edge-25.3.3 alone', () => {
    const reads = ['edge-25.3.2', 'edge-25.3.3', 'edge-25.3.4'].map((release) =>
      JSON.stringify(render(release, {})[0]).includes('"links"'),
    );
    expect(reads).toEqual([false, true, false]);
  });

  test('reports a value on which the command fails', () => {
    const { objects, diagnostics } = legacyLinkObjects({
      release: '2.17',
      values: { targetClusterName: 'east', tolerations: 'all' },
    });
    expect(objects).toEqual([]);
    expect(diagnostics.map(({ code }) => code)).toEqual(['CHART_HELM_FAILS']);
  });
});
