import { isTrue } from '../helm/truth.js';
import { sharedFor } from '../manifests/shared-for.js';
import type { ReleaseFacts } from '../releases/facts.js';
import type { ChartObject, Keys } from './chart-object.js';
import type { ControllerEntry } from './controller-entry.js';
import { CREATE_NAMESPACES, READ_LINKS, READ_NAMESPACES, WRITE_MIRRORS } from './mirror-rules.js';
import { pullSecrets } from './pod-parts.js';
import { accessRole, roleRef } from './rbac-parts.js';
import { labels, type Rendering } from './rendering.js';
import { sharedPart } from '../manifests/shared-part.js';

const ROLE_REF = roleRef('ClusterRole', accessRole);
const OWN: Keys = sharedPart({ component: 'controller', 'linkerd.io/extension': 'multicluster' });

const rules = sharedFor(({ controllersReadLinksIn }: ReleaseFacts) => [
  WRITE_MIRRORS,
  READ_NAMESPACES,
  ...(controllersReadLinksIn === 'ClusterRole' ? [READ_LINKS] : []),
]);
const rulesWithNamespaces = sharedFor((facts: ReleaseFacts) => [...rules(facts), CREATE_NAMESPACES]);

/**
 * What every controller may do in its own cluster.
 * @see https://github.com/linkerd/linkerd2/blob/edge-26.8.3/multicluster/charts/linkerd-multicluster/templates/controller-clusterrole.yaml
 */
export function controllerClusterRole(r: Rendering): ChartObject[] {
  return [
    {
      apiVersion: 'rbac.authorization.k8s.io/v1',
      kind: 'ClusterRole',
      metadata: { labels: labels(OWN, r.commonLabels), name: accessRole },
      rules: (isTrue(r.values.enableNamespaceCreation) ? rulesWithNamespaces : rules)(r.facts),
    },
  ];
}

/**
 * The account of a Link's controller, and its leave to read the credentials of that Link alone.
 * @see https://github.com/linkerd/linkerd2/blob/edge-26.8.3/multicluster/charts/linkerd-multicluster/templates/controller/rbac.yaml
 */
export function controllerRbac(r: Rendering, { name, parts, labels: own }: ControllerEntry): ChartObject[] {
  const { namespace } = r;
  const { bindingName, readerName, readerRules, readerRef, subjects } = parts;
  const apiVersion = 'rbac.authorization.k8s.io/v1';
  return [
    {
      apiVersion: 'v1',
      kind: 'ServiceAccount',
      metadata: { labels: own, name, namespace },
      ...pullSecrets(r.values.imagePullSecrets, r.place),
    },
    {
      apiVersion,
      kind: 'ClusterRoleBinding',
      metadata: { labels: own, name: bindingName },
      roleRef: ROLE_REF,
      subjects,
    },
    {
      apiVersion,
      kind: 'Role',
      metadata: { labels: own, name: readerName, namespace },
      rules: readerRules,
    },
    {
      apiVersion,
      kind: 'RoleBinding',
      metadata: { labels: own, name: readerName, namespace },
      roleRef: readerRef,
      subjects,
    },
  ];
}
