import type { Manifest } from '../../../lib/manifests/manifest.js';
import { upstream } from '../../support/upstream.js';
import type { Cluster } from './cluster.js';
import { at, isRecord } from './record.js';
import { until } from './wait.js';
import { readManifests } from './yaml-documents.js';

/** CRDs of a Linkerd release's policy API and of the operators that dist has objects for; not the Link's, which dist brings. */
export function upstreamCrds(release = 'edge-26.8.3'): Manifest[] {
  return [
    ...readManifests(upstream(`linkerd2/${release}/policy-crds`)),
    ...readManifests(upstream('crds')).filter(({ apiVersion }) =>
      apiVersion.startsWith('apiextensions.k8s.io/'),
    ),
  ].filter(isFirst);
}

/** The same CRD lies in more than one file where two releases are kept; the first read is the newest. */
function isFirst(crd: Manifest, index: number, all: readonly Manifest[]): boolean {
  return all.findIndex(({ metadata }) => metadata.name === crd.metadata.name) === index;
}

/** Applies CRDs as the administrator, and waits until their kinds are served. */
export async function installCrds({ name, api }: Cluster, crds: readonly Manifest[]): Promise<void> {
  await Promise.all(crds.map((crd) => api.apply(crd, { manager: 'e2e', force: true })));
  await until(`${name} serves ${crds.length} CRDs`, async () =>
    (await Promise.all(crds.map(async (crd) => isEstablished(await api.get(crd))))).every(Boolean),
  );
}

/** Whether a CRD's kind is served. */
export function isEstablished(crd: Manifest | undefined): boolean {
  const conditions = at(crd, 'status', 'conditions');
  return (
    Array.isArray(conditions) &&
    conditions.some(
      (condition) =>
        isRecord(condition) && condition['type'] === 'Established' && condition['status'] === 'True',
    )
  );
}
