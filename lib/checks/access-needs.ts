import type { FleetFacts } from './facts.js';
import type { AccessNeed } from './granting.js';
import { oncePerRun } from './per-run.js';

/** A need, and what happens at run time without it. */
export interface FeltNeed extends AccessNeed {
  readonly effect: string;
  /** True when mirroring goes on without it. */
  readonly isMinor?: boolean;
}

const watch = ['list', 'watch'];
const core = '';
const multicluster = 'multicluster.linkerd.io';

/** Most lists that are remembered at once: the Links of a large hub have one each. */
const mostLists = 256;

interface NamedList {
  readonly namespace: string;
  readonly options: string;
  readonly needs: readonly AccessNeed[];
}

/** The list that was made last for each Link, Secret or program. */
const lists = oncePerRun(() => new Map<string, NamedList>());

/** One list for all accounts of a run that need the same: what grants it is found once. */
function once<T extends AccessNeed>(
  run: FleetFacts,
  { name, namespace, options }: Omit<NamedList, 'needs'> & { readonly name: string },
  make: () => readonly T[],
): readonly T[] {
  const known = lists(run);
  const earlier = known.get(name);
  // the options tell which function made the list
  if (earlier?.options === options && earlier.namespace === namespace) return earlier.needs as readonly T[];
  const needs = make();
  if (known.size >= mostLists) known.clear();
  known.set(name, { namespace, options, needs });
  return needs;
}

const exits = 'the controller logs `failed to sync caches` and exits after a minute, again and again';
const notLeader = 'the controller never gets its lease and mirrors nothing, while its pod looks healthy';

/** What every mirror controller asks of its own cluster. */
function mirroring(namespace: string, lease: string): readonly FeltNeed[] {
  return [
    { verbs: watch, group: multicluster, resource: 'links', namespace, effect: exits },
    ...['services', 'endpoints', 'namespaces'].map((resource) => ({
      verbs: watch,
      group: core,
      resource,
      effect: exits,
    })),
    { verbs: ['create'], group: 'coordination.k8s.io', resource: 'leases', namespace, effect: notLeader },
    {
      verbs: ['get', 'update'],
      group: 'coordination.k8s.io',
      resource: 'leases',
      namespace,
      name: lease,
      effect: notLeader,
    },
    {
      verbs: ['create', 'update', 'delete'],
      group: core,
      resource: 'services',
      effect: 'mirror Services are not created, changed or deleted; each try is refused and logged',
    },
  ];
}

/**
 * What the controller of a Link asks of its own cluster, as recorded of edge-26.8.3 in all three modes.
 *
 * Its credentials are a rule of their own.
 * @see https://github.com/linkerd/linkerd2/blob/edge-26.8.3/multicluster/charts/linkerd-multicluster/templates/controller/rbac.yaml
 */
export function controllerNeeds(
  run: FleetFacts,
  namespace: string,
  link: string,
  { createsNamespaces, writesStatus }: { createsNamespaces: boolean; writesStatus: boolean },
): readonly FeltNeed[] {
  const options = createsNamespaces
    ? writesStatus
      ? 'creates namespaces, writes status'
      : 'creates namespaces'
    : writesStatus
      ? 'writes status'
      : 'controller';
  return once(run, { name: link, namespace, options }, () => [
    ...mirroring(namespace, `service-mirror-write-${link}`),
    {
      verbs: ['create', 'update', 'delete'],
      group: core,
      resource: 'endpoints',
      effect: 'mirrors of gateway mode get no endpoints, or keep those of a dead gateway',
    },
    ...(createsNamespaces
      ? [
          {
            verbs: ['create'],
            group: core,
            resource: 'namespaces',
            effect: 'no namespace is created: Services of namespaces that the source lacks are not mirrored',
          },
        ]
      : []),
    ...(writesStatus
      ? [
          {
            verbs: ['patch'],
            group: multicluster,
            resource: 'links/status',
            namespace,
            name: link,
            effect: 'the status of the Link stays empty; mirroring works',
            isMinor: true,
          },
        ]
      : []),
  ]);
}

const localLease = 'local-service-mirror-write';

/**
 * What the local mirror asks of its own cluster.
 * @see https://github.com/linkerd/linkerd2/blob/edge-26.8.3/multicluster/charts/linkerd-multicluster/templates/local-service-mirror.yaml
 */
export function localMirrorNeeds(run: FleetFacts, namespace: string): readonly FeltNeed[] {
  return once(run, { name: localLease, namespace, options: 'local' }, () => mirroring(namespace, localLease));
}

/** To read one Secret, as the controller of a Link does with its credentials. */
export function secretNeeds(run: FleetFacts, namespace: string, name: string): readonly AccessNeed[] {
  return once(run, { name, namespace, options: 'secret' }, () => [
    { verbs: ['get'], group: core, resource: 'secrets', namespace, name },
  ]);
}

/**
 * What the bearer of a Link's credentials asks of the target; `isDirect` for flat and federated mode.
 * @see https://github.com/linkerd/linkerd2/blob/edge-26.8.3/multicluster/charts/linkerd-multicluster/templates/remote-access-service-mirror-rbac.yaml
 */
export function remoteNeeds(run: FleetFacts, isDirect: boolean): readonly FeltNeed[] {
  return once(run, { name: 'bearer', namespace: '', options: isDirect ? 'direct' : 'gateway' }, () =>
    needsOfBearer(isDirect),
  );
}

function needsOfBearer(isDirect: boolean): readonly FeltNeed[] {
  const crashes = 'the source’s controller exits a minute after each start, as its caches never fill';
  const notAdded =
    'the source’s destination controller logs `Error adding cluster` once and never retries: flat mirrors and federated members have no endpoints';
  const exitsToo =
    'the source’s destination controller exits after a minute, and discovery inside the source suffers too';
  const each = (group: string, resource: string, effect: string): FeltNeed => ({
    verbs: watch,
    group,
    resource,
    effect,
  });
  return [
    each(core, 'services', crashes),
    each(core, 'endpoints', crashes),
    ...(isDirect
      ? [
          each(core, 'pods', notAdded),
          each('policy.linkerd.io', 'servers', notAdded),
          each('discovery.k8s.io', 'endpointslices', exitsToo),
          each('apps', 'replicasets', exitsToo),
        ]
      : []),
  ];
}
