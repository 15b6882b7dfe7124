import { afterAll, beforeAll, expect, test } from 'vitest';

import { upstream } from '../support/upstream.js';
import { applyVerdict } from './harness/apply-verdict.js';
import { describeClaims, saw } from './harness/claims.js';
import { installCrds, upstreamCrds } from './harness/crds.js';
import { startFleet, type Fleet } from './harness/fleet.js';
import { kubectl } from './harness/kubectl.js';
import { readManifests } from './harness/yaml-documents.js';
import { verdictCases } from './verdicts/index.js';

describeClaims('an API server, of manifests that are wrong,', () => {
  let fleet: Fleet<'any'>;

  beforeAll(async () => {
    fleet = await startFleet(['any'], { hasControllers: false });
    const linkCrd = readManifests(upstream('linkerd2/edge-26.8.3/links.multicluster.linkerd.io.crd.yaml'));
    await installCrds(fleet.clusters.any, [...upstreamCrds(), ...linkCrd]);
    const namespace = { apiVersion: 'v1', kind: 'Namespace', metadata: { name: 'linkerd-multicluster' } };
    await fleet.clusters.any.api.apply(namespace, { manager: 'e2e' });
  });
  afterAll(async () => {
    await fleet.stop();
  });

  for (const { what, yaml, given, refusal } of verdictCases) {
    test(`${refusal === undefined ? 'accepts' : 'refuses'} ${what}`, async (context) => {
      const { any } = fleet.clusters;
      if (given !== undefined) {
        expect(await kubectl(any.kubeconfig, ['apply', '--server-side', '-f', '-'], given)).toMatchObject({
          isSuccess: true,
        });
      }
      const { isAccepted, words } = await applyVerdict(any, yaml);
      saw(
        context,
        isAccepted
          ? 'accepted without a word'
          : (words.split('\n').find((line) => !line.startsWith('Warning:')) ?? ''),
      );
      if (refusal === undefined) expect({ isAccepted, words }).toEqual({ isAccepted: true, words: '' });
      else expect(words).toMatch(refusal);
      expect(isAccepted).toBe(refusal === undefined);
    });
  }
});
