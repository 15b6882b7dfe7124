import { existsSync } from 'node:fs';
import { afterAll, beforeAll, expect, test } from 'vitest';

import { describeClaims, saw } from './harness/claims.js';
import { startDeliveredFleet } from './harness/delivered-fleet.js';
import type { Fleet } from './harness/fleet.js';
import { shippedLinks, storedKubeconfig } from './harness/links.js';
import { linkerdController, startMirrorController } from './harness/mirror-controller.js';
import { textAt } from './harness/record.js';
import { manifestsOf, type ClusterName } from './harness/shipped-fleet.js';
import { until } from './harness/wait.js';

const hub = 'in-cluster-local';
const isAtHand = linkerdController !== undefined && existsSync(linkerdController);
/** For documentation only: nothing ever dials it, and unlike loopback it may stand in Endpoints. */
const gateway = '203.0.113.10';

describeClaims("Linkerd's own mirror controller", () => {
  let fleet: Fleet<ClusterName>;

  beforeAll(async () => {
    if (isAtHand) fleet = await startDeliveredFleet();
  });
  afterAll(async () => {
    if (isAtHand) await fleet.stop();
  });

  test('mirrors an exported Service with our Deployment, account and credentials, and forgets it', async (context) => {
    context.skip(!isAtHand, 'LINKERD_CONTROLLER names no binary');
    const [link] = shippedLinks();
    if (link === undefined) throw new Error('dist has no Link');
    const { clusters } = fleet;
    const [source, target] = [clusters[link.source].api, clusters[hub].api];
    const manifest = manifestsOf(link.source).find(({ kind }) => kind === 'Link');
    const address = textAt(manifest, 'spec', 'gatewayAddress');
    const secret = {
      apiVersion: 'v1',
      kind: 'Secret',
      type: 'mirror.linkerd.io/remote-kubeconfig',
      metadata: { name: link.secret, namespace: link.namespace },
      stringData: { kubeconfig: await storedKubeconfig(clusters[hub], hub, link.source) },
    };
    await source.apply(secret, { manager: 'e2e' });
    const namespace = { apiVersion: 'v1', kind: 'Namespace', metadata: { name: 'shop' } };
    for (const api of [source, target]) await api.apply(namespace, { manager: 'e2e' });
    const controller = await startMirrorController(fleet, clusters[link.source], link, {
      [`probe-${link.name}`]: '127.0.0.1',
      [address]: gateway,
    });
    const exported = {
      apiVersion: 'v1',
      kind: 'Service',
      metadata: { name: 'web', namespace: 'shop', labels: { 'mirror.linkerd.io/exported': 'true' } },
      spec: { ports: [{ name: 'http', port: 80, protocol: 'TCP' }] },
    };
    await target.apply(exported, { manager: 'e2e' });
    const mirror = {
      apiVersion: 'v1',
      kind: 'Service',
      metadata: { name: `web-${link.name}`, namespace: 'shop' },
    };
    const started = performance.now();
    await until(
      'the mirror has an endpoint',
      async () => (await slices(mirror.metadata.name)).includes(gateway),
      {
        on: [controller],
      },
    );
    const seconds = ((performance.now() - started) / 1000).toFixed(1);
    expect(textAt(await source.get(mirror), 'metadata', 'labels', 'mirror.linkerd.io/cluster-name')).toBe(
      link.name,
    );
    await target.merge(exported, { metadata: { labels: { 'mirror.linkerd.io/exported': null } } });
    await until('the mirror is gone', async () => (await source.get(mirror)) === undefined, {
      on: [controller],
    });
    saw(context, `${mirror.metadata.name} with endpoint ${gateway} after ${seconds} s; gone after unexport`);

    /** Everything that EndpointSlices say of a Service, as text. */
    async function slices(service: string): Promise<string> {
      const labels = `kubernetes.io/service-name=${service}`;
      return JSON.stringify(await source.list('discovery.k8s.io/v1', 'EndpointSlice', 'shop', labels));
    }
  });
});
