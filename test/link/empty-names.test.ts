import { expect, test } from 'vitest';
import { renderLink } from '../../lib/template/render-link.js';

/** Codes and flags of what is told of `linkspan template link` for a load balancer. */
function told(release: string, flags: Readonly<Record<string, string>>, linkerdNamespace = 'linkerd') {
  const { text, diagnostics } = renderLink({
    release,
    files: [],
    set: [],
    setString: [],
    ingress: '203.0.113.7',
    clusterDomain: 'cluster.local',
    linkerdNamespace,
    flags: { 'cluster-name': 'east', ...flags },
  });
  expect(text === '').toBe(diagnostics.length > 0);
  return diagnostics.map(({ code, path = '' }) => `${code} ${path}`);
}

const releases = ['2.14', '2.17', '2.18', 'edge-26.8.3'];

test.each(
  releases.flatMap((release) =>
    ['namespace', 'service-account-name', 'gateway-name', 'gateway-namespace'].map((flag) => [release, flag]),
  ),
)('%s refuses an empty --%s', (release, flag) => {
  expect(told(release, { [flag]: '' })).toEqual([`LINK_FLAG_VALUE flags.${flag}`]);
});

test.each(releases)('%s refuses an empty namespace of the control plane', (release) => {
  expect(told(release, {}, '')).toEqual(['LINK_FLAG_VALUE flags.linkerd-namespace']);
});

test('names of a gateway may be empty where there is none', () => {
  expect(told('2.18', { gateway: 'false', 'gateway-name': '', 'gateway-namespace': '' })).toEqual([]);
});

test('an address of the API server may be empty', () => {
  expect(told('2.18', { 'api-server-address': '' })).toEqual([]);
});
