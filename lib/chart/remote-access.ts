import { goText } from '../helm/go-text.js';
import { isList, type HelmMap, type HelmValue } from '../helm/value.js';
import type { ChartObject } from './chart-object.js';
import { pullSecrets } from './pod-parts.js';
import { extensionLabels, type Rendering } from './rendering.js';
import { RememberedParts } from '../manifests/remembered-parts.js';
import { sharedPart } from '../manifests/shared-part.js';

const READ = sharedPart(['list', 'get', 'watch']);

/** What a source cluster may read here, the same since stable-2.14.0. */
const RULES = sharedPart([
  { apiGroups: ['apps'], resources: ['replicasets'], verbs: READ },
  { apiGroups: ['batch'], resources: ['jobs'], verbs: READ },
  { apiGroups: [''], resources: ['pods', 'endpoints', 'services'], verbs: READ },
  { apiGroups: ['discovery.k8s.io'], resources: ['endpointslices'], verbs: READ },
  { apiGroups: ['policy.linkerd.io'], resources: ['servers'], verbs: READ },
  { apiGroups: [''], resourceNames: ['linkerd-config'], resources: ['configmaps'], verbs: ['get'] },
  { apiGroups: [''], resources: ['events'], verbs: ['create', 'patch'] },
]);

/**
 * Accounts by which source clusters read this one: for each name a ServiceAccount, its token, and what it may do.
 * @see https://github.com/linkerd/linkerd2/blob/edge-26.8.3/multicluster/charts/linkerd-multicluster/templates/remote-access-service-mirror-rbac.yaml
 */
export function remoteAccess(r: Rendering): ChartObject[] {
  return accountNames(r).flatMap((name) => account(r, name));
}

/** One account, several separated by commas, or a list, which is not split. */
function accountNames({ values, place }: Rendering): readonly HelmValue[] {
  const names = values.remoteMirrorServiceAccountName;
  if (typeof names === 'string') return names.split(',');
  if (names !== undefined && isList(names)) return names;
  place.fail(
    'remoteMirrorServiceAccountName',
    'Helm fails: "wrong type for value; expected string", as it is neither text nor a list',
  );
  return [];
}

function account(r: Rendering, given: HelmValue): ChartObject[] {
  const { place, namespace } = r;
  const path = 'remoteMirrorServiceAccountName';
  const name = place.raw(given, path);
  const annotations = r.createdByAlone;
  const labels = extensionLabels(r);
  const metadata = { annotations, labels, name };
  const { roleRef, subjects } =
    typeof name === 'string' && typeof namespace === 'string'
      ? bindings.of(`${namespace}\0${name}`, () => bindingOf(name, namespace))
      : bindingOf(name, namespace);
  return [
    { apiVersion: 'rbac.authorization.k8s.io/v1', kind: 'ClusterRole', metadata, rules: RULES },
    {
      apiVersion: 'v1',
      kind: 'ServiceAccount',
      metadata: { annotations, labels, name, namespace },
      ...(r.facts.pullSecrets && pullSecrets(r.values.imagePullSecrets, place)),
    },
    {
      apiVersion: 'v1',
      kind: 'Secret',
      metadata: {
        annotations: { 'kubernetes.io/service-account.name': name, 'linkerd.io/created-by': r.createdBy },
        labels,
        name: place.word(`${goText(given)}-token`, path),
        namespace,
      },
      type: 'kubernetes.io/service-account-token',
    },
    {
      apiVersion: 'rbac.authorization.k8s.io/v1',
      kind: 'ClusterRoleBinding',
      metadata,
      roleRef,
      subjects,
    },
  ];
}

interface Binding {
  readonly roleRef: HelmMap;
  readonly subjects: readonly HelmMap[];
}

/** One account of a source in all its targets has one name. */
const bindings = new RememberedParts<Binding>();

function bindingOf(name: HelmValue, namespace: HelmValue): Binding {
  return {
    roleRef: { apiGroup: 'rbac.authorization.k8s.io', kind: 'ClusterRole', name },
    subjects: [{ kind: 'ServiceAccount', name, namespace }],
  };
}
