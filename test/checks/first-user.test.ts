import { existsSync } from 'node:fs';
import { expect, it } from 'vitest';
import type { Diagnostic } from '../../lib/diagnostics/diagnostic.js';
import { checkManifests } from '../../lib/pipeline/check-manifests.js';
import { describeUpstream, upstream } from '../support/upstream.js';

const root = upstream('../first-user');
const tool = `${root}/source/cluster-tools/tools/linkerd-multicluster`;

/** The first user's fleet with everything the repository holds beside the tool. */
function found(): readonly Diagnostic[] {
  const result = checkManifests({
    folders: [`${root}/manifests`],
    clusters: ['in-cluster-local', 'production', 'nonproduction'].map(
      (name) => `${name}=${root}/context/${name}`,
    ),
    argocd: ['cluster-tools/appSets', 'projects', 'argocd-install', 'apps'].map(
      (folder) => `${root}/source/${folder}`,
    ),
    values: ['in-cluster-local', 'production', 'nonproduction'].flatMap((name) =>
      ['values.yaml', `config/${name}-values.yaml`].map((file) => `${name}=${tool}/${file}`),
    ),
  });
  if (result.usage !== undefined) throw new Error(result.usage);
  return result.diagnostics;
}

describeUpstream('on the first user’s files', () => {
  it.skipIf(!existsSync(root))('reports every defect that files can show', () => {
    const seen = found()
      .filter((d) => d.severity !== 'info')
      .map((d) => `${d.code} ${d.cluster ?? ''}`);
    expect([...new Set(seen)].sort()).toEqual(
      [
        // the probe Service is left at 4191 beside node port 30191
        'PROBE_SERVICE_PORT nonproduction',
        'PROBE_SERVICE_PORT production',
        // accounts for a hub that has no Link
        'ACCESS_ACCOUNT_ORPHAN nonproduction',
        'ACCESS_ACCOUNT_ORPHAN production',
        // the forged annotation is stale again
        'LINK_CREATED_BY nonproduction',
        'LINK_CREATED_BY production',
        // Namespace, hook Job and CreateNamespace
        'NAMESPACE_OWNERS in-cluster-local',
        'NAMESPACE_OWNERS nonproduction',
        'NAMESPACE_OWNERS production',
        // a setting of Argo CD in the ConfigMap that is not read for it
        'ARGOCD_SETTING_UNREAD argocd',
        // Alloy may not read proxies any more
        'SCRAPE_REFUSED in-cluster-local',
        'SCRAPE_REFUSED nonproduction',
        'SCRAPE_REFUSED production',
        // Alloy looks for controllers under the port name of older releases
        'SCRAPE_PORT_NAME in-cluster-local',
        'SCRAPE_PORT_NAME nonproduction',
        'SCRAPE_PORT_NAME production',
        // mirrors carry Argo CD's tracking annotations
        'TRACKING_COPIED nonproduction',
        'TRACKING_COPIED production',
      ].sort(),
    );
  });

  it.skipIf(!existsSync(root))('reports no error but the port of the probe Services', () => {
    expect(
      found()
        .filter((d) => d.severity === 'error')
        .map((d) => d.code),
    ).toEqual(['PROBE_SERVICE_PORT', 'PROBE_SERVICE_PORT']);
  });

  it.skipIf(!existsSync(root))('shows both ends of the probe port', () => {
    const probe = found().find((d) => d.code === 'PROBE_SERVICE_PORT' && d.cluster === 'production');
    expect(probe).toMatchObject({
      link: 'production → internal',
      path: 'spec.probeSpec.port',
      line: 1584,
      related: [{ line: 1242, message: 'Service probe-internal declares port 4191' }],
    });
  });
});
