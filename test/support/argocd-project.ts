/** An object as Argo CD asks a project about it: kind, place, and where it comes from. */
export interface Asked {
  readonly group: string;
  readonly kind: string;
  readonly name: string;
  /** Absent for a cluster-scoped object. */
  readonly namespace?: string;
  readonly destination: { readonly name: string; readonly server?: string; readonly namespace: string };
  readonly repoURL: string;
}

interface GroupKind {
  readonly group: string;
  readonly kind: string;
  readonly name?: string;
}

/** The part of an AppProject that decides. */
export interface ProjectSpec {
  readonly sourceRepos?: readonly string[];
  readonly destinations?: readonly {
    readonly server?: string;
    readonly name?: string;
    readonly namespace?: string;
  }[];
  readonly clusterResourceWhitelist?: readonly GroupKind[];
  readonly clusterResourceBlacklist?: readonly GroupKind[];
  readonly namespaceResourceWhitelist?: readonly GroupKind[];
  readonly namespaceResourceBlacklist?: readonly GroupKind[];
}

/**
 * Whether Argo CD lets an object of a project be applied: source, destination and kind must each be permitted. Globs
 * match, `!` denies, an empty list of cluster-scoped kinds allows none, and a missing one of namespaced kinds allows all.
 * @see https://github.com/argoproj/argo-cd/blob/v3.5.1/pkg/apis/application/v1alpha1/app_project_types.go
 */
export function isPermitted(spec: ProjectSpec, asked: Asked): boolean {
  return isSource(spec, asked) && isDestination(spec, asked) && isKind(spec, asked);
}

function isSource({ sourceRepos = [] }: ProjectSpec, { repoURL }: Asked): boolean {
  const denied = sourceRepos.some((repo) => repo.startsWith('!') && glob(repo.slice(1), repoURL));
  return !denied && sourceRepos.some((repo) => glob(repo, repoURL));
}

function isDestination({ destinations = [] }: ProjectSpec, { destination, namespace }: Asked): boolean {
  const into = namespace ?? destination.namespace;
  return destinations.some((each) => {
    const isCluster =
      (each.server !== undefined && glob(each.server, destination.server ?? '')) ||
      (each.name !== undefined && glob(each.name, destination.name));
    return isCluster && glob(each.namespace ?? '', into);
  });
}

function isKind(spec: ProjectSpec, asked: Asked): boolean {
  const isIn = (list: readonly GroupKind[] | undefined): boolean =>
    (list ?? []).some(
      ({ group, kind, name }) =>
        glob(group, asked.group) && glob(kind, asked.kind) && (name === undefined || glob(name, asked.name)),
    );
  if (asked.namespace === undefined)
    return isIn(spec.clusterResourceWhitelist) && !isIn(spec.clusterResourceBlacklist);
  const isAllowed = spec.namespaceResourceWhitelist === undefined || isIn(spec.namespaceResourceWhitelist);
  return isAllowed && !isIn(spec.namespaceResourceBlacklist);
}

function glob(pattern: string, text: string): boolean {
  const source = pattern
    .replace(/[.+^${}()|[\]\\]/g, '\\$&')
    .replace(/\*/g, '.*')
    .replace(/\?/g, '.');
  return new RegExp(`^${source}$`).test(text);
}
