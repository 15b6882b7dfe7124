import { expect, test } from 'vitest';
import type { Manifest } from '../../lib/manifests/manifest.js';
import { RepeatedObjects } from '../../lib/manifests/repeated-objects.js';
import { openFleet } from '../../lib/pipeline/open-fleet.js';
import { renderCluster } from '../../lib/pipeline/render-cluster.js';
import { configOf } from '../support/config-folder.js';

/** The policies and monitors of a cluster that mirrors from another one, by file. */
function rendered(release: string): Readonly<Record<string, readonly Manifest[]>> {
  const { opened, diagnostics } = openFleet(
    configOf(`name: duo
linkerd: { release: "${release}" }
clusters: { hub: { gateway: { address: gw.example.com } }, east: { enableServiceMonitor: true } }
topology: [{ hubAndSpoke: { hub: hub, spokes: [east] } }]
credentials: { manual: {} }
monitoring: { scrapers: [{ namespace: monitoring, serviceAccount: prometheus }] }
`),
  );
  const [east, hub] = opened?.fleet.clusters ?? [];
  if (opened === undefined || east === undefined || hub === undefined)
    throw new Error(JSON.stringify(diagnostics));
  const { files } = renderCluster(east, {
    ...opened,
    links: opened.fleet.links,
    incoming: [],
    clusterOf: () => hub,
    repeated: new RepeatedObjects(),
  });
  return Object.fromEntries([...files].map(({ file, manifests }) => [file, manifests]));
}

test.each(['2.14', '2.17'])('the service mirrors that Links of %s bring are scraped', (release) => {
  const files = rendered(release);
  const policies = files['policy.yaml']?.filter(({ kind }) => kind === 'AuthorizationPolicy');
  expect(policies?.map(({ metadata }) => metadata.name)).toContain('service-mirror-monitoring-prometheus');
  const monitor = files['monitoring.yaml']?.find(
    ({ metadata }) => metadata.name === 'linkerd-multicluster-service-mirror',
  );
  expect(monitor?.spec).toMatchObject({
    podMetricsEndpoints: [{ port: 'admin-http', relabelings: [{ targetLabel: 'link' }] }],
    selector: { matchLabels: { component: 'linkerd-service-mirror' } },
  });
});

test.each(['2.18', '2.20'])('%s has no service mirrors but the chart’s controllers', (release) => {
  const names = rendered(release)['monitoring.yaml']?.map(({ metadata }) => metadata.name);
  expect(names).toEqual(['linkerd-multicluster-controller', 'linkerd-multicluster-local-service-mirror']);
});
