import type { Manifest } from '../../../lib/manifests/manifest.js';
import { upstream } from '../../support/upstream.js';
import type { Api } from './api.js';
import type { Cluster } from './cluster.js';
import { at, textAt } from './record.js';
import { until } from './wait.js';
import { readManifests } from './yaml-documents.js';

/**
 * CRDs of a Linkerd release's policy API, and those of operators whose API groups the given objects use (all of them
 * where none is given); not the Link's, which dist brings.
 */
export function upstreamCrds(users?: readonly Manifest[], release = 'edge-26.8.3'): Manifest[] {
  const groups = new Set(users?.map(({ apiVersion }) => apiVersion.split('/')[0]));
  return [
    ...readManifests(upstream(`linkerd2/${release}/policy-crds`)),
    ...readManifests(upstream('crds')).filter(
      (crd) =>
        crd.apiVersion.startsWith('apiextensions.k8s.io/') &&
        (users === undefined || groups.has(textAt(crd, 'spec', 'group'))),
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
  await until(`${name} serves ${crds.length} CRDs`, () => areServed(api, crds));
}

/**
 * Whether the kinds of CRDs are served.
 *
 * The condition Established is not enough: the API server sets it a moment before clients find the kind.
 */
export async function areServed(api: Api, crds: readonly Manifest[]): Promise<boolean> {
  const kinds = await api.servedKinds();
  return crds.every(({ spec }) => {
    const versions = at(spec, 'versions');
    return (Array.isArray(versions) ? (versions as unknown[]) : [])
      .filter((version) => at(version, 'served') === true)
      .map((version) =>
        [textAt(spec, 'group'), textAt(version, 'name'), textAt(spec, 'names', 'kind')].join('/'),
      )
      .every((kind) => kinds.has(kind));
  });
}
