import type { Manifest } from '../manifests/manifest.js';
import { plainManifest } from '../manifests/plain-json.js';
import type { Fleet } from '../topology/fleet.js';
import type { ProjectNeeds } from './app-project.js';
import { applicationSet } from './application-set.js';
import { clustersFile, generatedClusters } from './generators.js';
import { toYaml } from '../manifests/serialize.js';
import { byCodeUnits } from '../diagnostics/order.js';

/** One file for Argo CD itself. */
export interface ArgocdFile {
  /** Relative to the output folder. */
  readonly path: string;
  readonly manifest: Manifest;
}

/** What Argo CD itself takes in: nothing for a fleet that does not speak of it. */
export function argocdFiles(fleet: Fleet, needs: ProjectNeeds): ArgocdFile[] {
  const { argocd } = fleet;
  return argocd?.createProject === true
    ? [...applicationFiles(fleet), file('appproject.yaml', needs.project(argocd, fleet.name))]
    : applicationFiles(fleet);
}

/** Those of them that deliver the output, which are the same whatever is delivered. */
export function applicationFiles(fleet: Fleet): ArgocdFile[] {
  const { argocd, output } = fleet;
  if (argocd === undefined) return [];
  const namespace = fleet.clusters[0]?.namespace ?? 'linkerd-multicluster';
  const argocdNames = argocdNamesOf(fleet);
  return [file('applicationset.yaml', applicationSet({ argocd, output, namespace, argocdNames }))];
}

function file(name: string, manifest: Manifest): ArgocdFile {
  return { path: `argocd/${name}`, manifest: plainManifest(manifest) ?? manifest };
}

/**
 * What generator `git` reads: an array of clusters, which yields one Application each. It lies outside the folders of
 * the Applications, as Argo CD would take it for a broken manifest there.
 */
export function clustersPage(fleet: Fleet, header: string): { path: string; text: string } | undefined {
  if (fleet.argocd?.generator !== 'git') return undefined;
  const entries = generatedClusters(argocdNamesOf(fleet));
  return { path: clustersFile, text: `# ${header}\n${toYaml(entries)}` };
}

function argocdNamesOf(fleet: Fleet): string[] {
  return fleet.clusters.map(({ argocdName }) => argocdName).sort(byCodeUnits);
}
