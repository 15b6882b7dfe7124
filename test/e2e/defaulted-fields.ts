/** A field that API servers add to what dist says, and why dist does not say it. */
export interface DefaultedField {
  readonly kind: string;
  /** As `addedFields` prints it; a `*` stands for any rest. */
  readonly path: string;
  readonly why: string;
}

const chart = 'not in the chart, whose objects these are; fixed by the Kubernetes API, so it never drifts';
const allocated = 'allocated by the cluster';
const issued = 'written by the token controller';

const podFields = [
  'dnsPolicy',
  'restartPolicy',
  'schedulerName',
  'serviceAccount',
  'terminationGracePeriodSeconds',
];
const containerFields = [
  'imagePullPolicy',
  'ports[].protocol',
  'resources',
  'terminationMessagePath',
  'terminationMessagePolicy',
];

/** Every field that a server fills in and dist leaves out; whatever is not on this list fails the test. */
export const defaultedFields: readonly DefaultedField[] = [
  {
    kind: 'Namespace',
    path: 'metadata.labels.kubernetes.io/metadata.name',
    why: 'written by the API server itself',
  },
  { kind: 'Namespace', path: 'spec', why: "the namespace controller's finalizer" },
  { kind: 'Secret', path: 'data', why: issued },
  { kind: 'Secret', path: 'metadata.annotations.kubernetes.io/service-account.uid', why: issued },
  { kind: 'CustomResourceDefinition', path: 'spec.conversion', why: chart },
  { kind: 'CustomResourceDefinition', path: 'spec.names.listKind', why: chart },
  ...['clusterIP', 'clusterIPs', 'ipFamilies', 'ipFamilyPolicy'].map((field) => ({
    kind: 'Service',
    path: `spec.${field}`,
    why: allocated,
  })),
  ...['externalTrafficPolicy', 'internalTrafficPolicy', 'ports[].targetPort', 'sessionAffinity', 'type'].map(
    (field) => ({
      kind: 'Service',
      path: `spec.${field}`,
      why: chart,
    }),
  ),
  { kind: 'Deployment', path: 'metadata.annotations*', why: 'written by the Deployment controller' },
  ...['progressDeadlineSeconds', 'strategy', ...podFields.map((field) => `template.spec.${field}`)].map(
    (field) => ({
      kind: 'Deployment',
      path: `spec.${field}`,
      why: chart,
    }),
  ),
  ...containerFields.map((field) => ({
    kind: 'Deployment',
    path: `spec.template.spec.containers[].${field}`,
    why: chart,
  })),
  {
    kind: 'Server',
    path: 'spec.accessPolicy',
    why: 'not in the chart; defaulted by the CRD, to what Linkerd assumes without it',
  },
  {
    kind: 'Server',
    path: 'spec.proxyProtocol',
    why: 'not in the chart for the gateway; defaulted by the CRD',
  },
];

/** The same for fields that no object of dist lacks, but one of an example does. */
const beyondDist: readonly DefaultedField[] = ['failureThreshold', 'timeout'].map((field) => ({
  kind: 'Link',
  path: `spec.probeSpec.${field}`,
  why: 'defaulted by the CRD for a Link without a gateway, whose `probeSpec: {}` link-gen writes; nothing is probed',
}));

/** The entry that excuses a field, if there is one. */
export function excuse(kind: string, path: string): DefaultedField | undefined {
  return [...defaultedFields, ...beyondDist].find(
    (entry) =>
      entry.kind === kind &&
      (entry.path.endsWith('*') ? path.startsWith(entry.path.slice(0, -1)) : path === entry.path),
  );
}
