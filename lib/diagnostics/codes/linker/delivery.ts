import type { CodeCatalogue } from '../catalogue.js';

/** Codes of how Argo CD delivers the manifests. */
export const deliveryCodes = {
  OBJECT_TWICE: {
    title: 'one object defined twice',
    why: 'kubectl and Argo CD apply both, and the last one wins; which one that is depends on the order of files.',
  },
  NAMESPACE_OWNERS: {
    title: 'a namespace with several owners',
    why: 'A manifest, `CreateNamespace=true` and the chart’s metadata Job write the same labels: the Job runs as a PostSync hook on every sync and makes the first sync fail whenever anything before it is not healthy.',
  },
  OBJECT_EXCLUDED: {
    title: 'an object of a kind that Argo CD drops',
    why: 'Argo CD excludes Endpoints, EndpointSlices and Leases by default: the object is never applied, with a warning few read.',
  },
  TRACKING_COPIED: {
    title: 'Argo CD’s tracking metadata copied to mirrors',
    why: 'Under label tracking Argo CD in the source adopts and prunes the mirror, the controller creates it again, and so on; under annotation tracking it is noise in every mirror.',
  },
  LABEL_VALUE_FORM: {
    title: 'a label value that Kubernetes refuses',
    why: 'The API server refuses the object, and Argo CD fails the whole sync.',
  },
  APPLICATION_NAME_LONG: {
    title: 'a long name of an Application',
    why: 'Helm refuses release names over 53 characters, and labels values over 63.',
  },
  APPLICATION_NAME_SAME: {
    title: 'one Application name for two clusters',
    why: 'The ApplicationSet reports an error and generates neither.',
  },
  PROJECT_REFUSES: {
    title: 'a project that refuses what the extension is made of',
    why: 'One refused object fails the whole sync.',
  },
  OBJECT_BUDGET: {
    title: 'more objects than one Application manages well',
    why: 'Argo CD compares all objects of an Application at once: refreshes take minutes, and its messages outgrow their limit.',
  },
} as const satisfies CodeCatalogue;
