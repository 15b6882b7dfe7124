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

const lists = oncePerRun(() => new Map<string, readonly AccessNeed[]>());

/** One list for all accounts of a run that need the same: what grants it is found once. */
function once<T extends AccessNeed>(run: FleetFacts, key: string, make: () => readonly T[]): readonly T[] {
  const known = lists(run);
  const earlier = known.get(key);
  // a key tells which function made the list
  if (earlier !== undefined) return earlier as readonly T[];
  const made = make();
  if (known.size >= mostLists) known.clear();
  known.set(key, made);
  return made;
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
  const key = `controller ${namespace}/${link}/${String(createsNamespaces)}/${String(writesStatus)}`;
  return once(run, key, () => [
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

/**
 * What the local mirror asks of its own cluster.
 * @see https://github.com/linkerd/linkerd2/blob/edge-26.8.3/multicluster/charts/linkerd-multicluster/templates/local-service-mirror.yaml
 */
export function localMirrorNeeds(run: FleetFacts, namespace: string): readonly FeltNeed[] {
  return once(run, `local ${namespace}`, () => mirroring(namespace, 'local-service-mirror-write'));
}

/** To read one Secret, as the controller of a Link does with its credentials. */
export function secretNeeds(run: FleetFacts, namespace: string, name: string): readonly AccessNeed[] {
  return once(run, `secret ${namespace}/${name}`, () => [
    { verbs: ['get'], group: core, resource: 'secrets', namespace, name },
  ]);
}

/**
 * What the bearer of a Link's credentials asks of the target; `isDirect` for flat and federated mode.
 * @see https://github.com/linkerd/linkerd2/blob/edge-26.8.3/multicluster/charts/linkerd-multicluster/templates/remote-access-service-mirror-rbac.yaml
 */
export function remoteNeeds(run: FleetFacts, isDirect: boolean): readonly FeltNeed[] {
  return once(run, isDirect ? 'bearer direct' : 'bearer', () => needsOfBearer(isDirect));
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
