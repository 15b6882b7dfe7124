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
    title: 'a label or annotation that Kubernetes refuses',
    why: 'The API server refuses the object, and Argo CD fails the whole sync.',
  },
  POD_LABELS_UNSELECTED: {
    title: 'a workload that does not select its own pods',
    why: 'The API server refuses the workload, and Argo CD fails the whole sync.',
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
  BYTE_BUDGET: {
    title: 'manifests too large for Argo CD',
    why: 'The repo server refuses to render the Application at all: nothing of it is compared or applied any more.',
  },
  CLUSTER_UNSELECTED: {
    title: 'a cluster without the labels that the ApplicationSet selects by',
    why: 'The generator passes over the cluster: it gets no Application, and one that it had before is no longer kept up, or deleted with all it holds where the set may delete. Nothing says so.',
  },
  ARGOCD_CLUSTER_TWICE: {
    title: 'two clusters of one name in Argo CD',
    why: 'Both get one Application name: Argo CD keeps one of them, or refuses the destination as ambiguous.',
  },
  ARGOCD_SETTING_UNREAD: {
    title: 'a setting of Argo CD in the wrong ConfigMap',
    why: 'Nothing reads it there: Argo CD goes on with its default, without a word.',
  },
  WAVE_HEALTH: {
    title: 'a sync that waits for another cluster',
    why: 'Argo CD applies a wave once the one before is healthy: until the other cluster has done its part the sync waits, and fails when the object is Degraded. Two clusters may wait for each other for ever.',
  },
  HOOK_WAITS: {
    title: 'a hook that waits for credentials of another cluster',
    why: 'A PostSync hook runs once all objects are healthy: until the credential is there the sync does not end, and fails when it is Degraded.',
  },
  DEFAULTS_UNWRITTEN: {
    title: 'fields left out that an operator fills in',
    why: 'Argo CD compares the defaulted fields with manifests that lack them: the Application is OutOfSync for ever, and real changes drown in it.',
  },
  TOKEN_REPLACED: {
    title: 'a token that every sync replaces',
    why: 'A replaced Secret is empty until the cluster writes a token into it again: until then the credentials in other clusters are refused (401), and for good where keys are not RSA, as every token is another one then.',
  },
  TRACKING_LABEL: {
    title: 'a Link that copies the label by which Argo CD tracks',
    why: 'Argo CD takes the mirror for a leftover of its Application and deletes it, the controller creates it again, and so on.',
  },
  SET_DELETES: {
    title: 'an ApplicationSet that deletes what it made',
    why: 'A cluster that is renamed in Argo CD, or loses a label, loses its Application and with it the mesh’s gateway, controllers and credentials.',
  },
  SET_PARAMETER: {
    title: 'an ApplicationSet with a parameter that nothing fills in',
    why: 'Under `missingkey=error` the whole set stops: no cluster gets its Application. Otherwise braces or `<no value>` stand in names and paths, and no sync succeeds.',
  },
  APPLICATION_REFERENCE: {
    title: 'a project or cluster of an Application that no file holds',
    why: 'Where the project or the cluster is not there, Argo CD refuses the Application: nothing of it is compared or applied.',
  },
} as const satisfies CodeCatalogue;
