import type { CodeCatalogue } from '../catalogue.js';

/** Codes of what the service mirror controller does that nobody expects. */
export const controllerCodes = {
  EXPORT_AND_FEDERATED: {
    title: 'an export label and the federated label on one Service',
    why: 'The controller makes the mirror first and ends there: the Service joins its federated Service only at its next change or a restart of the controller. Without a mirror it never joins.',
  },
  HEADLESS_FLAT: {
    title: 'a headless Service in flat mode while headless Services are enabled',
    why: 'The controller leaves it to the headless path, which serves gateway mode only: no mirror is ever made.',
  },
  HEADLESS_FEDERATED: {
    title: 'a headless member of a federated Service',
    why: 'The controller refuses it: status `InvalidService`, `Headless service cannot join federated service`.',
  },
  HEADLESS_NO_TARGETREF: {
    title: 'a host of a headless Service without a pod reference',
    why: 'The controller reads the pod’s name without looking whether there is one: it crashes, and again after each restart, so nothing of that Link is mirrored.',
  },
  HEADLESS_HOST_TAKEN: {
    title: 'a host mirror’s name that a Service of the source has',
    why: 'The controller takes that Service for the host’s mirror, fails on its Endpoints and deletes the Service.',
  },
  HEADLESS_HOST_SHARED: {
    title: 'two headless Services with one hostname in a namespace',
    why: 'Both mirrors want one Service for that host. They take it from each other, and their Endpoints keep the addresses of deleted Services.',
  },
  HEADLESS_FOREIGN_ENDPOINTS: {
    title: 'a Service without endpoints that has the name of a headless mirror',
    why: 'The controller leaves the Service alone but makes Endpoints for it: calls to it go to the other cluster’s gateway.',
  },
  MIRROR_COLLISION: {
    title: 'one mirror name for two exported Services',
    why: 'Each controller overwrites the other’s mirror: ports, labels and endpoints are those of whoever wrote last.',
  },
  COPIED_LABEL_STEERS: {
    title: 'a copied label that steers the mirror',
    why: 'The label goes to the mirror with all others. `multicluster.linkerd.io/remote-discovery` keeps the repair away for ever, so old gateway addresses stay; `endpointslice.kubernetes.io/skip-mirror` keeps Kubernetes from making an EndpointSlice, so nothing answers.',
  },
  COPIED_DISCOVERY_ANNOTATION: {
    title: 'a copied annotation that steers discovery',
    why: 'Proxies take any Service with such an annotation for a federated one and call the members it lists. On a federated Service `local-discovery` also keeps every member from giving its ports and labels, and the Service stays when its last member leaves.',
  },
  REPAIR_OUTLASTS_PERIOD: {
    title: 'more gateway mirrors than a repair can write in its period',
    why: 'The controller makes 5 requests a second, so a repair takes 0.2 s for each mirror. Once that outlasts the time between two repairs the queue never empties, and changes come through late.',
  },
  EXCLUSION_INERT: {
    title: 'an exclusion that does not do what it looks like',
    why: 'Only an ending `/*` is a wildcard, for every key that begins with what stands before it. Any other `*` is compared letter for letter and excludes nothing; `/*` alone excludes every key.',
  },
} as const satisfies CodeCatalogue;
