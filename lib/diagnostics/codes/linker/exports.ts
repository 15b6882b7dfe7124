import type { CodeCatalogue } from '../catalogue.js';

/** Codes of exported Services and of those who call their mirrors. */
export const exportCodes = {
  EXPORT_ANNOTATION: {
    title: 'an export written as an annotation',
    why: 'Selectors read labels only: the Service is not exported, and nothing says so.',
  },
  EXPORT_VALUE: {
    title: 'an export label with a value that nothing selects',
    why: 'No selector matches it: the Service is not exported, and nothing says so.',
  },
  EXPORT_KEY: {
    title: 'a label that is nearly an export label',
    why: 'No selector names it: the Service is not exported, and nothing says so.',
  },
  MIRROR_UNRESOLVED: {
    title: 'a call to a mirror that will not exist',
    why: 'The name does not resolve: the caller fails at run time.',
  },
  EXPORT_UNLINKED: {
    title: 'an export that no Link selects',
    why: 'The Service is marked for a mode that no Link to its cluster mirrors: nothing appears, and nothing says so.',
  },
  EXPORT_NAMESPACE: {
    title: 'a mirrored Service without its namespace',
    why: 'The Service is skipped until the namespace exists in the source; the only signs are an event in the target and the status of the Link.',
  },
  EXPORT_NO_PORTS: {
    title: 'an exported Service without ports',
    why: 'A Service without ports is never mirrored, in any mode; the only sign is an event in the target.',
  },
  FEDERATED_PORTS_DIFFER: {
    title: 'members of one federated Service with different ports',
    why: 'The federated Service has the ports of its oldest member alone, by the age of Links: calls to other ports fail, and making a Link anew may change them.',
  },
  EXPORT_NOT_SERVICE: {
    title: 'an export label on something that is no Service',
    why: 'Controllers select Services by their own labels: a label on a namespace, a workload or its pods exports nothing, and nothing says so.',
  },
  COPIED_METADATA: {
    title: 'metadata copied to mirrors that is not meant for them',
    why: 'Labels and annotations of an exported Service are copied to its mirror: controllers in the source act on the copy as if somebody had asked them to.',
  },
  ROUTE_BACKEND: {
    title: 'a route to a mirror that will not exist',
    why: 'Linkerd answers the share of requests that goes to this backend with HTTP 500, and Argo CD shows the route as Degraded.',
  },
  ROUTE_NEWER: {
    title: 'a route with fields that Linkerd does not know',
    why: 'Linkerd passes over the whole route, without a word: requests go where they went before it.',
  },
  SPLIT_FLAT: {
    title: 'a TrafficSplit to a flat or federated Service',
    why: 'TrafficSplits send to endpoints of the mirror itself, which flat mirrors and federated Services do not have: the share of requests that goes there fails.',
  },
} as const satisfies CodeCatalogue;
