import type { CodeCatalogue } from '../catalogue.js';

/** Codes of names: Link, target, controller, credentials and mirrors. */
export const nameCodes = {
  LINK_NAME_FORM: {
    title: 'a Link name that no object can carry',
    why: 'The name becomes part of Service `probe-<name>` and of labels, which the API server refuses: the controller never starts or never probes.',
  },
  LINK_NAME_LONG: {
    title: 'a Link name over 35 characters',
    why: 'The controller’s pod name is cut at 63 characters, so `linkerd multicluster check` and `gateways` find no leader and report a gateway that works as dead.',
  },
  LINK_NAME_TARGET: {
    title: 'a Link and its target called differently',
    why: 'Controllers, RBAC and credentials go by the Link’s name, mirrors, `check` and federated membership by `targetClusterName`: checks fail and federated Services take ports and labels from the wrong member.',
  },
  CLUSTER_TWO_NAMES: {
    title: 'one cluster by two names',
    why: 'Mirrors and their DNS names end in the one, accounts, values files and keys of a store in the other: whoever writes the next one takes the wrong name, and nothing resolves it.',
  },
  LINK_TARGET_MISSING: {
    title: 'a Link without `targetClusterName`',
    why: 'An empty name means the local cluster to the controller: mirrors end in a bare hyphen, which the API server refuses.',
  },
  LINK_TARGET_TWICE: {
    title: 'two Links to one target in a cluster',
    why: 'Both controllers own the same mirror Services and overwrite each other’s endpoints for as long as both run.',
  },
  LINK_CONTROLLER_MISSING: {
    title: 'a Link that no controller serves',
    why: 'From 2.18 on only an entry of `controllers` makes a mirror controller; without it nothing reads the Link and nothing is mirrored.',
  },
  CONTROLLER_LINK_MISSING: {
    title: 'a controller without its Link',
    why: 'The controller idles with a healthy pod and mirrors nothing.',
  },
  CONTROLLER_ARGUMENT: {
    title: 'a controller that is told of another Link than its labels say',
    why: 'The controller goes by its arguments, everything else by labels: it waits for a Link, or dials a probe Service, that is not there, with a healthy pod.',
  },
  CREDENTIALS_NAME: {
    title: 'credentials under a name the controller may not read',
    why: 'RBAC lets the controller read one Secret, `cluster-credentials-<Link>`. With another name nothing is mirrored while the Link’s status keeps saying `Mirrored`; after a correction only a restart of the controller helps.',
  },
  MIRROR_NAME_LONG: {
    title: 'a mirror name over 63 characters',
    why: 'The API server refuses the mirror Service; the export never appears in the source.',
  },
  MIRROR_NAME_TAKEN: {
    title: 'a mirror name that something else has',
    why: 'The controller leaves a foreign Service alone, so calls to the mirror’s name reach something else and the export never appears.',
  },
  FEDERATED_NAME_TAKEN: {
    title: 'a federated name that a Service already has',
    why: 'The controller takes that Service over: its labels, annotations and ports are overwritten, and it is deleted once the last member leaves.',
  },
} as const satisfies CodeCatalogue;
