import type { CodeCatalogue } from './catalogue.js';

/** Codes of what the fleet derives, and of values that contradict it. */
export const fleetCodes = {
  ACCESS_ACCOUNT_NAME: {
    title: "a name of Argo CD's that no account can be called after",
    why: 'Accounts are called after the cluster that uses them, and the API server takes only small letters, digits, dashes and dots.',
  },
  API_SERVER_MISSING: {
    title: 'a pushed credential for a cluster whose API address nobody named',
    why: 'The source builds the kubeconfig itself, and no file of the target tells where its API answers.',
  },
  API_SERVER_LOCAL: {
    title: 'a pushed credential for an API address that means another machine in each cluster',
    why: 'A kubeconfig with `kubernetes.default.svc` or a loopback address leads the source back to itself.',
  },
  PATCH_IDENTITY: {
    title: 'a patch that changes what an object is called',
    why: 'Others refer to an object by kind, namespace and name, and Argo CD would delete it and make another.',
  },
  EXTRA_MANIFEST_FORM: {
    title: 'an extra manifest that is no Kubernetes object',
    why: 'It would go into the output as it stands, and Argo CD could not apply the cluster at all.',
  },
  KEEP_NO_OBJECT: {
    title: 'a kind to keep of which there is no object',
    why: 'A misspelt kind protects nothing, and Argo CD deletes what should have stayed.',
  },
  PATCH_NO_OBJECT: {
    title: 'a patch that does not hit exactly one object',
    why: 'What was meant stays as it was, and nobody is told, or more changes than was meant.',
  },
  SEALED_SECRET_FORM: {
    title: 'a sealed file that does not hold one sealed value',
    why: 'Whatever stands in it is put into the SealedSecret as it is, and its controller could not open it.',
  },
  SEALED_SECRET_MISSING: {
    title: 'a SealedSecret without its ciphertext',
    why: 'Sealing is not repeatable, so it is done once by hand and kept beside the fleet file.',
  },
  GATEWAY_ADDRESS_MISSING: {
    title: 'a target cluster without a gateway address',
    why: 'A Link in gateway mode needs an address that its source can reach, and no file can tell it.',
  },
  GATEWAY_NODE_PORT_MISSING: {
    title: 'a NodePort gateway without fixed node ports',
    why: 'The API server would choose node ports that no Link can know.',
  },
  CREDENTIALS_KEY_TWICE: {
    title: 'one credential for Links to different clusters',
    why: 'A kubeconfig names one cluster, so one of the Links mirrors what the other cluster exports.',
  },
  CREDENTIALS_NAME_TWICE: {
    title: 'ExternalSecrets of two Links under one name',
    why: 'The one that is applied last replaces the other, and one Link never gets its credential.',
  },
  CREDENTIALS_MISSING: {
    title: 'a Link without credentials',
    why: 'The service mirror reads the target through a kubeconfig; without one nothing is mirrored.',
  },
  LINK_OPTION_LATER: {
    title: 'an option of a Link that only a later release knows',
    why: 'The Link of this release has no field for it, so the option would be dropped without a word.',
  },
  MONITOR_WITHOUT_SCRAPER: {
    title: 'monitors that nobody may use',
    why: "The chart's policies let only Linkerd viz read metrics, so every scrape would be refused.",
  },
  VALUES_CONTRADICT_FLEET: {
    title: 'a values file that says otherwise than the fleet',
    why: 'One of the two is wrong, and which one cannot be told from here.',
  },
  VALUES_LEFTOVER: {
    title: 'a value that no Link of the fleet needs',
    why: 'It has no effect here: the fleet derives what is needed from its Links.',
  },
} as const satisfies CodeCatalogue;
