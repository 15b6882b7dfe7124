import type { CodeCatalogue } from '../catalogue.js';

/** Codes of the modes that a Link mirrors in, and of its selectors. */
export const modeCodes = {
  GATEWAY_MISSING: {
    title: 'a gateway-mode Link to a cluster without a gateway',
    why: 'Nothing listens at the address: mirrors have endpoints that refuse every connection.',
  },
  SELECTOR_NONE: {
    title: 'a Link that selects nothing',
    why: 'A selector without terms matches nothing, on purpose: the controller runs and mirrors no Service.',
  },
  SELECTOR_ECHO: {
    title: 'a selector that matches mirrors',
    why: 'Labels are copied to mirrors. Two clusters linked both ways mirror each other’s mirrors, one suffix longer every round, until names reach 63 characters.',
  },
  SELECTOR_INVALID: {
    title: 'a selector with a term that is none',
    why: 'One such term makes the whole selector match nothing; the controller logs `Invalid selector` at every Service.',
  },
  SELECTOR_OVERLAP: {
    title: 'selectors of two modes that pick the same Services',
    why: 'A Service that both pick is mirrored flat: where pods do not reach each other its mirror never answers.',
  },
  NETWORKS_UNROUTED: {
    title: 'a flat or federated Service between networks without a route',
    why: 'Clients connect to pods of the target directly: without a route every call times out.',
  },
  SERVER_API_VERSION: {
    title: 'a target that does not serve Server v1beta3',
    why: 'The destination controller of the source watches Servers of that version in the target: flat and federated clients get "remote cluster not found".',
  },
  CONTROL_PLANE_NAMESPACE: {
    title: 'control planes in namespaces of different names',
    why: 'Identities of pods are built with one name of that namespace: in flat and federated mode clients expect an identity that no pod has.',
  },
  LOCAL_MIRROR_MISSING: {
    title: 'a local member of a federated Service without the local mirror',
    why: 'Only the local mirror puts local Services into federated ones: requests go to members in other clusters alone, and fail when those do.',
  },
} as const satisfies CodeCatalogue;
