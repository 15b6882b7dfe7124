import { afterEach, beforeEach, expect, test } from 'vitest';

import { describeClaims, saw } from './harness/claims.js';
import { installCrds, upstreamCrds } from './harness/crds.js';
import { earlierNamespaces } from './harness/delivered-fleet.js';
import { startFleet, type Fleet } from './harness/fleet.js';
import { accountOf, shippedLinks, tokenSecrets } from './harness/links.js';
import { changedByRepetition, deliverAsProject } from './harness/project-delivery.js';
import { forbidden, isRecorded, recordedRequests, remoteRequests } from './harness/recorded-requests.js';
import { clusterNames, manifestsOf, synthVariant, type ClusterName } from './harness/shipped-fleet.js';

/** Releases besides the shipped one, with the folder of upstream's CRDs for each. */
const releases = [
  { release: 'edge-26.8.3', crds: 'edge-26.8.3' },
  { release: 'stable-2.20.0', crds: 'version-2.20' },
  { release: 'stable-2.19.0', crds: 'version-2.19' },
  { release: 'stable-2.18.0', crds: 'version-2.18' },
  { release: 'stable-2.17.0', crds: 'version-2.17' },
  { release: 'stable-2.16.0', crds: 'version-2.16' },
  { release: 'stable-2.15.0', crds: 'version-2.15' },
  { release: 'stable-2.14.10', crds: 'stable-2.14.10' },
];

describeClaims('API servers, of a further release,', () => {
  let fleet: Fleet<ClusterName>;

  beforeEach(async () => {
    fleet = await startFleet(clusterNames, { hasControllers: false });
  });
  afterEach(async () => {
    await fleet.stop();
  });

  for (const { release, crds } of releases) {
    test(`take ${release} whole, twice, with the rights that it needs`, async (context) => {
      const folder = synthVariant(fleet.folder, release, (config) => {
        config.setIn(['linkerd', 'release'], release);
      });
      await Promise.all(
        clusterNames.map(async (name) => {
          await installCrds(fleet.clusters[name], upstreamCrds(manifestsOf(name, folder), crds));
          for (const namespace of earlierNamespaces) {
            await fleet.clusters[name].api.apply(namespace, { manager: 'e2e' });
          }
        }),
      );
      const { objects, refused } = await deliverAsProject(fleet, folder, release);
      expect(refused).toEqual([]);
      expect(await changedByRepetition(fleet, folder)).toEqual([]);
      const hub = fleet.clusters['in-cluster-local'].api;
      for (const { metadata } of tokenSecrets('in-cluster-local', folder)) {
        const account = metadata.annotations?.['kubernetes.io/service-account.name'] ?? '';
        const user = `system:serviceaccount:${metadata.namespace ?? ''}:${account}`;
        expect(await forbidden(hub, user, remoteRequests)).toEqual([]);
      }
      const links = shippedLinks(folder);
      // The recording is of the controller that the chart has had since 2.18.
      const recorded = links.filter(
        ({ name, controller }) => isRecorded && controller.metadata.name === `controller-${name}`,
      );
      for (const { source, name, namespace, controller } of recorded) {
        const asked = recordedRequests(namespace, name);
        expect(await forbidden(fleet.clusters[source].api, accountOf(controller), asked)).toEqual([]);
      }
      const rights =
        recorded.length > 0
          ? `requests of ${recorded.length} controllers allowed`
          : 'no recording of its controller';
      saw(context, `${objects} objects, none refused, none changed by a second time; ${rights}`);
    });
  }
});
