import type { Argocd } from '../topology/fleet.js';
import { normalizedName } from './normalized-name.js';

/** Where generator `git` reads the clusters, relative to the output folder and outside every Application's path. */
export const clustersFile = 'clusters.yaml';

/** What a generator tells of one cluster, by the names that the cluster generator of Argo CD uses. */
export interface GeneratedCluster {
  readonly name: string;
  readonly nameNormalized: string;
}

/** The clusters as generators `git` and `list` tell them. */
export function generatedClusters(argocdNames: readonly string[]): GeneratedCluster[] {
  return argocdNames.map((name) => ({ name, nameNormalized: normalizedName(name) }));
}

/**
 * The generator of the ApplicationSet, and how its Applications find their cluster.
 *
 * `clusters` knows servers, as it reads the cluster Secrets; `git` and `list` know the names of the fleet alone.
 */
export function generatorOf(
  argocd: Argocd,
  folder: string,
  argocdNames: readonly string[],
): { generator: object; destination: Readonly<Record<string, string>> } {
  const byName = { name: '{{.name}}' };
  switch (argocd.generator) {
    case 'git':
      return {
        generator: {
          git: {
            files: [{ path: `${folder}/${clustersFile}` }],
            repoURL: argocd.repoURL,
            revision: argocd.targetRevision,
          },
        },
        destination: byName,
      };
    case 'list':
      return { generator: { list: { elements: generatedClusters(argocdNames) } }, destination: byName };
    case 'clusters': {
      const matchLabels = { 'argocd.argoproj.io/secret-type': 'cluster', ...argocd.clusterSelector };
      return {
        generator: { clusters: { selector: { matchLabels } } },
        destination: { server: '{{.server}}' },
      };
    }
  }
}
