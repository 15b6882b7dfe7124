import type { OutputFile } from './source.js';

/**
 * What a file of the output is about, by its path below the output folder: `clusters/in-cluster/link-east.yaml`.
 *
 * `clusterOf` knows a cluster's key by its folder. Undefined for a path that is none of ours.
 */
export function outputFile(
  path: string,
  clusterOf: (folder: string) => string | undefined,
): OutputFile | undefined {
  if (path.startsWith('argocd/'))
    return { concern: path === 'argocd/appproject.yaml' ? 'project' : 'argocd' };
  const [, folder, name] = /^clusters\/([^/]+)\/([^/]+)\.(?:yaml|md)$/.exec(path) ?? [];
  const cluster = folder === undefined ? undefined : clusterOf(folder);
  if (cluster === undefined || name === undefined) return undefined;
  const [, concern, target] = /^(link|credentials)-(.+)$/.exec(name) ?? [];
  return concern === undefined || target === undefined
    ? { cluster, concern: name }
    : { cluster, concern, target };
}
