import type { CodeCatalogue } from './catalogue.js';

/** Codes of the input: files, YAML, and what the fleet and values files say. */
export const configCodes = {
  FILE_MISSING: {
    title: 'a file that is not there',
    why: 'What is not there cannot be read, and nothing can be said or made of it.',
  },
  FILE_UNREADABLE: {
    title: 'a file that cannot be read',
    why: 'Nothing can be said about what is not read.',
  },
  FILE_ENCODING: {
    title: 'a file that is not UTF-8',
    why: 'Bytes of another encoding would turn into other characters without a word.',
  },
  YAML_SYNTAX: {
    title: 'text that is no YAML',
    why: 'The parser cannot tell what was meant; everything after this place would be guessed.',
  },
  YAML_DUPLICATE_KEY: {
    title: 'a key that stands twice in one mapping',
    why: 'Helm lets the last one win as a whole, other readers refuse the file or take the first.',
  },
  YAML_DOCUMENTS: {
    title: 'more than one document in a file',
    why: 'Helm reads the first document and drops the others without a word.',
  },
  YAML_TOO_LARGE: {
    title: 'text that is too long, too deep, or grows too much through aliases',
    why: 'Reading it would exhaust time or memory, and no fleet needs it.',
  },
  CONFIG_TYPE: {
    title: 'a value of the wrong type or form',
    why: 'A value that is quietly converted ends up as something nobody wrote.',
  },
  SYNC_OPTION_NAME: {
    title: 'a sync option that Argo CD does not know',
    why: 'Argo CD passes over options that it does not know, so the Applications are synced otherwise than was meant.',
  },
  CREDENTIALS_MOUNT: {
    title: 'a mount that the key of a store does not begin with',
    why: 'A push of a key with its mount goes to a wrong path, and a mount that differs is not left out.',
  },
  CONFIG_RANGE: {
    title: 'a value out of its range',
    why: 'The API server refuses it, or it means something else than it looks like.',
  },
  CONFIG_FORMAT: {
    title: 'a text of the wrong form',
    why: 'Names, addresses, durations and templates are taken as they stand by programs that refuse or misread others.',
  },
  CONFIG_UNKNOWN_KEY: {
    title: 'a key that nothing reads',
    why: 'Helm and the API server drop unknown keys without a word, so the setting has no effect.',
  },
  CONFIG_MISSING_KEY: {
    title: 'a key that has no default is absent',
    why: 'The fact cannot be derived from anything else in the fleet.',
  },
  CONFIG_SELECTOR: {
    title: 'a selector that matches no Service',
    why: 'The controller logs a selector it cannot read, matches nothing, and mirrors nothing.',
  },
  CLUSTER_NAME_TWICE: {
    title: 'two clusters of one name',
    why: 'The name that Argo CD gives a cluster names its values file and its folder in the output.',
  },
  API_SERVER_CA: {
    title: 'a CA of a Kubernetes API that is none',
    why: 'It is written into the kubeconfig of each source as it stands, and none of them could connect.',
  },
  ARGOCD_APPLICATION_NAME: {
    title: 'a name that two Applications would have, or none can have',
    why: 'Argo CD makes neither of two Applications of one name, and none whose name is no DNS name.',
  },
  TOPOLOGY_UNKNOWN_CLUSTER: {
    title: 'a shape that names a cluster the fleet does not have',
    why: 'Both ends of a Link must be clusters that are declared under `clusters`.',
  },
  TOPOLOGY_SELF_LINK: {
    title: 'a cluster that is linked to itself',
    why: 'A cluster has its own Services already; the mirrors would be of themselves.',
  },
  TOPOLOGY_TOO_LARGE: {
    title: 'more Links than a fleet can run',
    why: 'A full mesh grows with the square of its clusters; each Link is a controller and a credential in its source. `maxLinks` of the fleet says how many are rendered, 100,000 unless it is given.',
  },
  TOPOLOGY_DUPLICATE_LINK: {
    title: 'a Link that is asked for twice',
    why: 'Two Links of one name in a cluster are one object, and which options it has cannot be told.',
  },
  GATEWAY_PORT_TWICE: {
    title: 'one port for the traffic and the probe of a gateway',
    why: 'The API server refuses a Service with one port twice.',
  },
  GATEWAY_NODE_PORT_UNUSED: {
    title: 'a node port for a Service that has none',
    why: 'The chart writes node ports only for Services of type NodePort and LoadBalancer, and drops others.',
  },
  GATEWAY_NODE_PORT_RANGE: {
    title: 'a node port outside of the usual range',
    why: 'API servers take 30000 to 32767 unless they are told otherwise.',
  },
  SUPPRESSION_CODE_UNKNOWN: {
    title: 'a suppression of a diagnostic that does not exist',
    why: 'It would accept nothing, and the diagnostic it was meant for would still be reported.',
  },
  VALUES_CLUSTER_UNKNOWN: {
    title: 'a values file that belongs to no cluster',
    why: 'Values files are found by the name Argo CD gives a cluster; this one would silently have no effect.',
  },
  VALUES_FILE_NAME: {
    title: 'a values file under a name that is not read',
    why: 'Only `values.yaml` and `<argocdName>-values.yaml` are read, spelled exactly so.',
  },
  VALUES_WRAPPER: {
    title: "a key that is nearly the one the chart's values stand under",
    why: 'Helm hands a subchart the values under its exact name and drops the rest without a word.',
  },
  VALUES_CONVERTED: {
    title: 'a value or key that Helm reads as something else than is written',
    why: 'Readers of YAML differ on leading zeros, prefixes, underscores, exponents and words such as `on`; Helm converts them without a word.',
  },
  VALUES_OUTSIDE_WRAPPER: {
    title: 'a value of the chart that stands outside of the wrapper',
    why: 'In the files of an umbrella chart only what stands under the wrapper reaches the chart.',
  },
} as const satisfies CodeCatalogue;
