import { DestinationList, type Destination, type ProjectDestination } from './destination-list.js';
import { globMatches } from './glob.js';
import { KindList, type AskedKind, type ProjectKind } from './kind-list.js';

/** The part of an AppProject that decides what its Applications may apply, and where. */
export interface ProjectSpec {
  readonly sourceRepos?: readonly string[];
  readonly destinations?: readonly ProjectDestination[];
  readonly clusterResourceWhitelist?: readonly ProjectKind[];
  readonly clusterResourceBlacklist?: readonly ProjectKind[];
  readonly namespaceResourceWhitelist?: readonly ProjectKind[];
  readonly namespaceResourceBlacklist?: readonly ProjectKind[];
}

/**
 * Whether Applications of a project may take manifests from a repository.
 * @see https://github.com/argoproj/argo-cd/blob/v3.5.1/pkg/apis/application/v1alpha1/app_project_types.go
 */
export function permitsSource({ sourceRepos = [] }: ProjectSpec, repoURL: string): boolean {
  const repo = normalized(repoURL);
  const denied = sourceRepos.some(
    (each) => each.startsWith('!') && globMatches(normalized(each.slice(1)), repo, '/'),
  );
  return (
    !denied &&
    sourceRepos.some((each) =>
      each.startsWith('!')
        ? !globMatches(normalized(each.slice(1)), repo, '/')
        : globMatches(normalized(each), repo, '/'),
    )
  );
}

/**
 * Whether objects of a project may go to a cluster and namespace.
 * @see https://github.com/argoproj/argo-cd/blob/v3.5.1/pkg/apis/application/v1alpha1/app_project_types.go
 */
export function permitsDestination({ destinations = [] }: ProjectSpec, to: Destination): boolean {
  return destinations.length > 0 && DestinationList.of(destinations).permits(to);
}

/**
 * Whether objects of a project may be of a kind. An empty list of cluster-scoped kinds allows none; a missing one of
 * namespaced kinds allows all.
 * @see https://github.com/argoproj/argo-cd/blob/v3.5.1/pkg/apis/application/v1alpha1/app_project_types.go
 */
export function permitsKind(spec: ProjectSpec, asked: AskedKind): boolean {
  const isIn = (list: readonly ProjectKind[] = []): boolean =>
    list.length > 0 && KindList.of(list).has(asked);
  if (!asked.isNamespaced) return isIn(spec.clusterResourceWhitelist) && !isIn(spec.clusterResourceBlacklist);
  const isAllowed = spec.namespaceResourceWhitelist === undefined || isIn(spec.namespaceResourceWhitelist);
  return isAllowed && !isIn(spec.namespaceResourceBlacklist);
}

/** As Argo CD compares repositories: lower case, one spelling of SSH, no `.git`. */
function normalized(repoURL: string): string {
  let url = repoURL.trim().toLowerCase();
  if (/^[^/@:]+@[^/:]+:/.test(url)) url = url.replace(':', '/');
  return url.replace(/\.git$/, '').replace(/^ssh:\/\//, '');
}
