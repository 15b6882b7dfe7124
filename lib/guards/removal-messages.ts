import type { Diagnostic, Place, Related } from '../diagnostics/diagnostic.js';
import type { RemovalPlaces } from './removal.js';
import type { Removal } from './removals.js';

function phrase(removal: Removal): string {
  if (removal.what === 'cluster') return `cluster ${removal.name}`;
  if (removal.what === 'link') return `Link ${removal.name} of cluster ${removal.cluster}`;
  if (removal.what === 'account') return `access account ${removal.name} of cluster ${removal.cluster}`;
  if (removal.what === 'namespace') return `Namespace ${removal.name} of cluster ${removal.cluster}`;
  return `CustomResourceDefinition ${removal.name} of cluster ${removal.cluster}`;
}

/** The narrowest `--allow-remove` that lets this pass. */
function option(removal: Removal): string {
  const name = removal.what === 'cluster' ? removal.name : `${removal.cluster}/${removal.name}`;
  return `--allow-remove ${name}`;
}

const codes = {
  cluster: 'CLUSTER_REMOVED',
  link: 'LINK_REMOVED',
  account: 'ACCOUNT_REMOVED',
  namespace: 'NAMESPACE_REMOVED',
  crd: 'CRD_REMOVED',
} as const;

/** What happens in the clusters once Argo CD has applied it. */
const effects = {
  cluster:
    'Argo CD prunes nothing for a folder that is gone: the Application fails to compare, and gateway, controllers and ' +
    'accounts run on unmanaged, while what other clusters have for this one is pruned',
  link:
    'Argo CD prunes Link and controller, and nobody cleans up after them: mirror services and their endpoints stay ' +
    'behind as orphans, and clients go on calling them',
  account:
    'Argo CD prunes the account, its token is revoked at once, and the controller of the source cluster that uses it ' +
    'gets 401: mirrors go stale, and after a restart it never becomes ready',
  namespace:
    'Argo CD prunes the Namespace, and Kubernetes deletes everything in it: Links, credentials and token Secrets, ' +
    'also objects that are not in Git',
  crd: 'Argo CD prunes the definition, and Kubernetes deletes every object of its kind: all Links of the cluster at once',
} as const;

/** What a rename does, which looks harmless in a pull request. */
const renames = {
  cluster:
    'a rename is a removal and a new cluster: the old Application stays, the new one claims the same objects, and ' +
    'accounts that carry the old name are revoked',
  link:
    'a rename is a removal and a new Link: mirror services get the new name as suffix, so clients of the old names ' +
    'break, the old mirrors stay as orphans, and both credential Secrets are needed under the new name',
  account:
    'a rename is a removal and a new account: the token of the old one is revoked before the source cluster has the ' +
    'new one',
} as const;

const fixes = {
  cluster:
    'take it back into `clusters`; to take it out cleanly, first follow `linkspan plan unlink` for its Links, then delete its Application with its objects',
  link: 'take it back into `topology`; to remove it cleanly, follow `linkspan plan unlink` from there',
  account:
    'keep the Link that needs it; to revoke access on purpose, remove the Link of the source cluster first',
  namespace:
    'keep it; to hand it over, annotate it in the cluster with argocd.argoproj.io/sync-options: Prune=false first',
  crd: 'keep it; to hand it over, annotate it in the cluster with argocd.argoproj.io/sync-options: Prune=false first',
} as const;

function renameEffect(what: Removal['what']): string | undefined {
  return what === 'cluster' || what === 'link' || what === 'account' ? renames[what] : undefined;
}

function fix(removal: Removal): string {
  const [first] = removal.renamedTo;
  const back = first === undefined ? fixes[removal.what] : `keep the name ${removal.name} for ${first}`;
  return `${back}; if it shall go, run synth with ${option(removal)}`;
}

/** A hub takes thousands of accounts along; the first ones tell enough. */
const shownAlong = 20;

function goesAlong(removals: readonly Removal[]): readonly Related[] {
  const more = removals.length - shownAlong;
  const shown = removals.slice(0, shownAlong).map((removal) => ({
    cluster: removal.cluster,
    message: `${phrase(removal)} would vanish with it`,
  }));
  return more > 0 ? [...shown, { message: `and ${more} more` }] : shown;
}

/** The key of the fleet file that says what there is; nothing there speaks of Namespaces and CRDs. */
const keys = { cluster: 'clusters', link: 'topology', account: 'topology' } as const;

/** What stands in the files of a cluster that we write. */
const files = {
  cluster: () => '',
  link: (name: string) => `/link-${name}.yaml`,
  account: () => '/remote-access.yaml',
  namespace: () => '/namespace.yaml',
  crd: () => '/crds.yaml',
} as const;

/** Where the fleet file would have to name it, and where it stands; of a fleet as code, the latter alone. */
interface RemovalPlace extends Place {
  readonly related?: readonly Related[];
}

/** The place of something that would vanish; `owned` are the paths of the standing output. */
export function placeOfRemoval(
  { what, cluster, name }: Removal,
  owned: ReadonlySet<string>,
  { placeOf, out }: RemovalPlaces,
): RemovalPlace {
  const path = `clusters/${cluster}${files[what](name)}`;
  const standing =
    out === undefined ? {} : { file: `${out}/${owned.has(path) ? path : `clusters/${cluster}`}` };
  const inFleet = what in keys ? placeOf?.([keys[what as keyof typeof keys]], 'key') : undefined;
  if (inFleet?.file === undefined) return standing;
  return {
    ...inFleet,
    ...('file' in standing && { related: [{ message: 'it stands here', cluster, ...standing }] }),
  };
}

/** The diagnostic for something that would vanish: what it does in the cluster, and how to let it pass. */
export function describeRemoval(removal: Removal, { related = [], ...place }: RemovalPlace = {}): Diagnostic {
  const others = [...related, ...goesAlong(removal.goesAlong)];
  const effect = removal.renamedTo.length > 0 ? renameEffect(removal.what) : undefined;
  const renamed = effect === undefined ? '' : `; it looks renamed to ${removal.renamedTo.join(' or ')}`;
  return {
    code: codes[removal.what],
    severity: 'error',
    message: `${phrase(removal)} would vanish${renamed}`,
    why: effect ?? effects[removal.what],
    fix: fix(removal),
    cluster: removal.cluster,
    ...(removal.what === 'link' ? { link: `${removal.cluster} → ${removal.name}` } : {}),
    ...place,
    ...(others.length > 0 ? { related: others } : {}),
  };
}
