/**
 * The name of the release that a version of the chart `linkerd-multicluster` was packaged from, whether or not it exists.
 *
 * Edge charts since 2024.3.1 have the number of their release: `2026.8.3`. Those before it, and all of stable, counted
 * for themselves: `30.11.11` is stable-2.14.10, and `30.12.19-edge` the edge release that 2.15 was declared on.
 * @see https://github.com/linkerd/linkerd2/blob/stable-2.14.10/multicluster/charts/linkerd-multicluster/Chart.yaml
 */
export function releaseNameOfChart(written: string): string | undefined {
  const version = written.replace(/^v/, '');
  const edge = /^20(\d{2}\.\d{1,2}\.\d{1,2})$/.exec(version)?.[1];
  if (edge !== undefined) return `edge-${edge}`;
  if (version === '30.10.0') return 'stable-2.14.0';
  if (version === '30.12.19-edge') return '2.15';
  const patch = Number(/^30\.11\.([1-9]\d?)$/.exec(version)?.[1]) - 1;
  return patch >= 1 ? `stable-2.14.${patch}` : undefined;
}
