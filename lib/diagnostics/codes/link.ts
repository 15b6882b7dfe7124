import type { CodeCatalogue } from './catalogue.js';

/** Codes of Links and of what `link-gen` and `template` make of files alone. */
export const linkCodes = {
  CLUSTER_NAME_FORM: {
    title: 'a Link name that cannot name its objects',
    why: 'The name becomes a Service, a label value and the suffix of every mirror service: a DNS label of at most 52 characters.',
  },
  CLUSTER_NAME_LONG: {
    title: 'a Link name that `linkerd multicluster check` cannot follow',
    why: 'The name of the controller pod, from which the lease holder is read, is cut at 63 characters.',
  },
  LINK_ADDRESS_FORM: {
    title: 'a gateway address that no lookup finds',
    why: 'The service mirror looks up each item between commas as it stands; a port, a scheme or a blank makes it unknown, and its mirrors get no endpoints.',
  },
  LINK_ADDRESS_MISSING: {
    title: 'a gateway without an address',
    why: 'Only a LoadBalancer tells its address; for any other Service it has to be said.',
  },
  LINK_PORT_RANGE: {
    title: 'a port outside 1 to 65535',
    why: 'The API server refuses the endpoints of every mirror service, and the mirror is deleted again.',
  },
  LINK_GATEWAY_SERVICE: {
    title: 'a gateway Service that lacks what a Link is made of',
    why: 'Ports, identity and probe are read from the ports and annotations of the gateway Service.',
  },
  LINK_PROBE_PERIOD: {
    title: 'a probe period that the controller cannot use',
    why: 'The period is a Go duration above zero: others stop the probe, and zero or less crashes the controller.',
  },
  LINK_PROBE_PATH: {
    title: 'a probe path that the gateway does not serve',
    why: 'The proxy answers `/ready` and `/live` only: any other path counts as a failed probe.',
  },
  LINK_SELECTOR_SYNTAX: {
    title: 'a label query that cannot be read',
    why: 'The form is that of `kubectl -l`, without `!=`, `<` and `>`.',
  },
  LINK_SELECTOR_EMPTY: {
    title: 'a selector that matches nothing',
    why: 'To a Link, an empty selector means no Service, where kubectl means every Service.',
  },
  LINK_FLAG_UNKNOWN: {
    title: 'a flag that `link-gen` does not have',
    why: 'The command would refuse it.',
  },
  LINK_FLAG_VALUE: {
    title: 'a flag with a value of the wrong form',
    why: 'The command would refuse it.',
  },
  LINK_ACCOUNT_UNKNOWN: {
    title: 'credentials of a ServiceAccount that the target does not have',
    why: 'The token is read from the Secret of that account in the target cluster.',
  },
  LINK_API_SERVER: {
    title: 'an API server address that reaches only the machine it was written on',
    why: 'The kubeconfig is used inside the pods of the source cluster, where a loopback address is the pod itself.',
  },
  SET_FORM: {
    title: 'a `--set` expression that cannot be read',
    why: 'Helm refuses it as well: the form is key=value, several separated by commas.',
  },
} as const satisfies CodeCatalogue;
