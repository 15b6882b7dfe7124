import type { CodeCatalogue } from '../catalogue.js';

/** Codes of the two Secrets that a Link needs in its source cluster. */
export const credentialCodes = {
  CREDENTIALS_NAMESPACE: {
    title: 'a credential in a namespace where nobody reads it',
    why: 'The controller reads the namespace of its Link, the destination controller that of the control plane; a Secret elsewhere is read by neither.',
  },
  CREDENTIALS_KEY: {
    title: 'a credential without the key `kubeconfig`',
    why: 'Both readers look for this key alone: the controller logs an error every 10 s and mirrors nothing.',
  },
  CREDENTIALS_TYPE: {
    title: 'a control-plane credential of another type',
    why: 'The destination controller sees only Secrets of type `mirror.linkerd.io/remote-kubeconfig`: flat and federated clients get "remote cluster not found".',
  },
  CREDENTIALS_LABEL: {
    title: 'a control-plane credential not labelled for its target',
    why: 'The destination controller finds a cluster by `multicluster.linkerd.io/cluster-name`, which must equal `targetClusterName`: flat and federated clients get "remote cluster not found".',
  },
  CREDENTIALS_DOMAIN: {
    title: 'a control-plane credential with wrong domains',
    why: 'Both annotations are required and must be the target’s: without them the Secret is ignored, with wrong ones the identities of pods in the target are refused.',
  },
  CREDENTIALS_CONTROL_PLANE: {
    title: 'a flat or federated Link without its control-plane credential',
    why: 'Mirrors appear, but clients get "remote cluster not found"; federated members are dropped and not retried until the Service changes.',
  },
  CREDENTIALS_STORE_SHARED: {
    title: 'one store key for two Links',
    why: 'Both sources use one token: revoking one cuts off the other, and the target’s logs cannot tell them apart.',
  },
  CREDENTIALS_TARGET: {
    title: 'credentials that lead to another cluster than the Link’s target',
    why: 'The controller mirrors what it finds there, and proxies ask there for endpoints: Services of another cluster under the target’s name, or none.',
  },
  KUBECONFIG_UNUSABLE: {
    title: 'a kubeconfig that the controller cannot use',
    why: 'The controller fails to load it and retries the same Link every 10 s; nothing is mirrored.',
  },
  KUBECONFIG_SERVER: {
    title: 'an API server address that only works at home',
    why: 'The controller dials it from the source’s pods: a loopback or cluster-local address reaches the wrong cluster or nothing.',
  },
  CREDENTIALS_ROTATION: {
    title: 'a refreshed credential that nobody re-reads',
    why: 'The controller reads its Secret on a change of the Link or a restart, the destination controller only when it is created: a rotated token takes effect when somebody restarts both.',
  },
  PUSH_KEY_TWICE: {
    title: 'one store key written by two PushSecrets',
    why: 'The last one wins, again and again: one cluster gets the credential of another.',
  },
  PUSH_KEY_UNREAD: {
    title: 'a pushed key that nobody reads',
    why: 'A credential lies in the store without a use; if the reader has a typing mistake, its Link mirrors nothing.',
  },
  CREDENTIALS_KEY_UNWRITTEN: {
    title: 'a credential read from a key that nobody writes',
    why: 'The ExternalSecret stays in SecretSyncedError, so the Secret is never made and nothing is mirrored.',
  },
  PUSH_KEY_MOUNT: {
    title: 'a pushed key with the mount of the store',
    why: 'External Secrets strips the mount from the data path and not from the metadata path: stray keys appear, and the next write is refused.',
  },
  CREDENTIALS_STORE_UNSEEN: {
    title: 'a secret store that is not among the files',
    why: 'Without the store no Secret is made, and nothing is mirrored.',
  },
  CREDENTIALS_UNREAD: {
    title: 'a credential that no Link reads',
    why: 'A token for every Service of another cluster lies unused; if it was meant for a Link, the controller finds no Secret of the name it looks for and mirrors nothing.',
  },
  CREDENTIALS_UNMADE: {
    title: 'an ExternalSecret that makes no Secret',
    why: 'A template that takes a key which nothing reads fails again and again, and policy `None` makes nothing: without the Secret its reader knows no target, and nothing is mirrored.',
  },
  CREDENTIALS_ENCODING: {
    title: 'a kubeconfig encoded twice, or decoded too often',
    why: 'The Secret holds base64 text, or nothing readable, in the place of a kubeconfig: the controller cannot parse it and mirrors nothing, while the ExternalSecret is Ready.',
  },
} as const satisfies CodeCatalogue;
