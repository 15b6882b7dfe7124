import type { CodeCatalogue } from '../catalogue.js';

/** Codes of who may read a target cluster. */
export const accessCodes = {
  ACCESS_ACCOUNT_MISSING: {
    title: 'credentials of an account that the target lacks',
    why: 'The token is refused (401): nothing is mirrored. If the account is removed while the controller runs, mirrors go stale without a visible signal.',
  },
  ACCESS_ACCOUNT_ORPHAN: {
    title: 'an account that no Link uses',
    why: 'Its token never expires and reads every Service, Endpoints and Pod of the cluster.',
  },
  ACCESS_TOKEN_ACCOUNT: {
    title: 'a token for an account that does not exist',
    why: 'The API server accepts it; the token controller deletes the Secret a moment later, and Argo CD creates it again, for ever.',
  },
  ACCESS_NAME_FORM: {
    title: 'an account name that is empty or no name',
    why: 'A stray comma in `remoteMirrorServiceAccountName` renders objects without a name; the API server refuses them and the sync fails.',
  },
  ACCESS_TOKEN_MISSING: {
    title: 'a remote-access account without a token',
    why: 'Kubernetes makes no token for an account by itself: there is nothing to put into a kubeconfig.',
  },
  ACCESS_CONTROLLER_RBAC: {
    title: 'a controller that may not do what it has to',
    why: 'The API server refuses its requests. Without list and watch it exits after a minute, again and again; without its lease it looks healthy and mirrors nothing.',
  },
  ACCESS_REMOTE_RBAC: {
    title: 'a remote-access account that may not read what is asked of it',
    why: 'Controllers of other clusters that bear its token exit a minute after each start, although the token is valid.',
  },
  ACCESS_BINDING_DANGLING: {
    title: 'a binding of a role or account that does not exist',
    why: 'The API server accepts it and grants nothing: the controller’s requests are refused and it exits after a minute.',
  },
  ACCESS_WORKLOAD_ACCOUNT: {
    title: 'a controller or gateway under an account that does not exist',
    why: 'The Deployment is accepted and no pod is ever created; only an event of its ReplicaSet says why.',
  },
} as const satisfies CodeCatalogue;
