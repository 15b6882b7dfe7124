import { existsSync } from 'node:fs';
import { afterAll, beforeAll, expect, test } from 'vitest';

import { differences, isHook, today } from '../support/adoption.js';
import { upstream } from '../support/upstream.js';
import { describeClaims, saw } from './harness/claims.js';
import { installCrds, upstreamCrds } from './harness/crds.js';
import { changedObjects, deliver, describeObject, liveObjects, objectVersions } from './harness/deliver.js';
import { earlierNamespaces } from './harness/delivered-fleet.js';
import { startFleet, type Fleet } from './harness/fleet.js';
import { issued, tokenSecrets } from './harness/links.js';
import { textAt } from './harness/record.js';
import { clusterNames, manifestsOf, type ClusterName } from './harness/shipped-fleet.js';

const isAtHand = existsSync(upstream('../first-user/manifests'));

describeClaims('Adoption of what the first user runs', () => {
  let fleet: Fleet<ClusterName>;

  beforeAll(async () => {
    if (isAtHand) fleet = await startFleet(clusterNames, { hasControllers: true });
  });
  afterAll(async () => {
    if (isAtHand) await fleet.stop();
  });

  test('changes the objects that the table of docs/argo-cd.md names, and keeps every other as it is', async (context) => {
    context.skip(!isAtHand, 'the first user’s manifests are not beside upstream’s');
    const [hub] = clusterNames;
    const old = Object.fromEntries(
      clusterNames.map((name) => [name, today(name).filter((object) => !isHook(object))]),
    );
    for (const name of clusterNames) {
      const { api } = fleet.clusters[name];
      await installCrds(fleet.clusters[name], upstreamCrds(manifestsOf(name)));
      for (const namespace of earlierNamespaces) await api.apply(namespace, { manager: 'e2e' });
      expect(await deliver(api, old[name] ?? [])).toEqual([]);
    }
    const tokens = () =>
      Promise.all(tokenSecrets(hub).map((secret) => issued(fleet.clusters[hub].api, secret)));
    const before = (await tokens()).map((secret) => textAt(secret, 'data', 'token'));
    let kept = 0;
    const named: string[] = [];
    for (const name of clusterNames) {
      const { api } = fleet.clusters[name];
      const [theirs, ours] = [old[name] ?? [], manifestsOf(name)];
      const [versions, uids] = [await objectVersions(api, ours), await liveObjects(api, theirs)];
      expect(await deliver(api, ours)).toEqual([]);
      const expected = differences(theirs, ours)
        .filter(({ what }) => !what.includes('gone'))
        .map(({ object }) => describeObject(object));
      expect(changedObjects(versions, await objectVersions(api, ours))).toEqual(expected.sort());
      expect(await liveObjects(api, theirs)).toEqual(uids);
      kept += uids.size;
      named.push(...expected);
    }
    expect((await tokens()).map((secret) => textAt(secret, 'data', 'token'))).toEqual(before);
    saw(context, `${kept} objects keep their uid, ${named.length} of ours change or are new, tokens stay`);
  });
});
