import type { Manifest } from '../../../lib/manifests/manifest.js';
import { installCrds, upstreamCrds } from './crds.js';
import { deliver } from './deliver.js';
import { startFleet, type Fleet } from './fleet.js';
import { timed } from './progress.js';
import { clusterNames, dist, manifestsOf, type ClusterName } from './shipped-fleet.js';

/** Namespaces that stand before multicluster comes: the control plane's. */
export const earlierNamespaces: readonly Manifest[] = [
  { apiVersion: 'v1', kind: 'Namespace', metadata: { name: 'linkerd' } },
];

/**
 * The shipped fleet with all of its dist applied by the administrators, ready for what a test is about.
 *
 * `variant` makes another dist in the fleet's folder, and tells where it lies.
 */
export async function startDeliveredFleet(
  variant: (folder: string) => string = () => dist,
): Promise<Fleet<ClusterName>> {
  const fleet = await startFleet(clusterNames, { hasControllers: true });
  const output = variant(fleet.folder);
  await timed('applied dist', () =>
    Promise.all(
      clusterNames.map(async (name) => {
        const { api } = fleet.clusters[name];
        const manifests = manifestsOf(name, output);
        await installCrds(fleet.clusters[name], upstreamCrds(manifests));
        for (const namespace of earlierNamespaces) await api.apply(namespace, { manager: 'e2e' });
        const refused = await deliver(api, manifests);
        if (refused.length > 0) throw new Error(`${name} refuses ${refused.join('\n')}`);
      }),
    ),
  );
  return fleet;
}
