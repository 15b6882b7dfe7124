import { afterAll, beforeAll, expect, test } from 'vitest';

import { upstreamCrds, installCrds } from './harness/crds.js';
import { describeClaims, saw } from './harness/claims.js';
import { deliver, objectVersions, changedObjects } from './harness/deliver.js';
import { addedFields } from './harness/added-fields.js';
import { startFleet, type Fleet } from './harness/fleet.js';
import { timed } from './harness/progress.js';
import { clusterNames, manifestsOf, type ClusterName } from './harness/shipped-fleet.js';

describeClaims('API servers', () => {
  let fleet: Fleet<ClusterName>;

  beforeAll(async () => {
    fleet = await startFleet(clusterNames, { hasControllers: true });
    await timed('CRDs', () =>
      Promise.all(clusterNames.map((name) => installCrds(fleet.clusters[name], upstreamCrds()))),
    );
  });
  afterAll(async () => {
    await fleet.stop();
  });

  test('play', async (context) => {
    for (const name of clusterNames) {
      const { api } = fleet.clusters[name];
      await api.apply(
        { apiVersion: 'v1', kind: 'Namespace', metadata: { name: 'linkerd' } },
        { manager: 'e2e' },
      );
      expect(await deliver(api, manifestsOf(name))).toEqual([]);
      const before = await objectVersions(api, manifestsOf(name));
      expect(await deliver(api, manifestsOf(name))).toEqual([]);
      expect(changedObjects(before, await objectVersions(api, manifestsOf(name)))).toEqual([]);
      for (const m of manifestsOf(name))
        console.error(m.kind, m.metadata.name, addedFields(m, await api.get(m)).join(' '));
    }
    saw(context, 'x');
  });
});
