import type { Manifest } from '../manifests/manifest.js';
import { plainManifest } from '../manifests/plain-json.js';
import type { Fleet } from '../topology/fleet.js';
import type { ProjectNeeds } from './app-project.js';
import { applicationSet } from './application-set.js';

/** One file for Argo CD itself. */
export interface ArgocdFile {
  /** Relative to the output folder. */
  readonly path: string;
  readonly manifest: Manifest;
}

/** What Argo CD itself takes in: nothing for a fleet that does not speak of it. */
export function argocdFiles(fleet: Fleet, needs: ProjectNeeds): ArgocdFile[] {
  const { argocd } = fleet;
  if (argocd === undefined) return [];
  const namespace = fleet.clusters[0]?.namespace ?? 'linkerd-multicluster';
  const files = [
    {
      path: 'argocd/applicationset.yaml',
      manifest: applicationSet({ argocd, output: fleet.output, namespace }),
    },
  ];
  if (argocd.createProject) {
    files.push({ path: 'argocd/appproject.yaml', manifest: needs.project(argocd, fleet.name) });
  }
  return files.map(({ path, manifest }) => ({ path, manifest: plainManifest(manifest) ?? manifest }));
}
