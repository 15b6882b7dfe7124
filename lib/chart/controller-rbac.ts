import { isTrue } from '../helm/truth.js';
import { sharedFor } from '../manifests/shared-for.js';
import type { ReleaseFacts } from '../releases/facts.js';
import type { ChartObject, Keys } from './chart-object.js';
import type { ControllerEntry } from './controller-entry.js';
import {
  CREATE_NAMESPACES,
  HOLD_LEASES,
  READ_LINKS,
  READ_NAMESPACES,
  WRITE_MIRRORS,
  writeLinkStatus,
} from './mirror-rules.js';
import { pullSecrets } from './pod-parts.js';
import { roleRef } from './rbac-parts.js';
import { labels, type Rendering } from './rendering.js';
import { sharedPart } from '../manifests/shared-part.js';

const ACCESS = 'linkerd-multicluster-controller-access-local-resources';
const ROLE_REF = roleRef('ClusterRole', ACCESS);
const OWN: Keys = sharedPart({ component: 'controller', 'linkerd.io/extension': 'multicluster' });
const WRITE_LINK_STATUS = writeLinkStatus('update', 'patch');
const READ_SECRETS = sharedPart(['list', 'get', 'watch']);

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
      metadata: { labels: labels(OWN, r.commonLabels), name: ACCESS },
      rules: (isTrue(r.values.enableNamespaceCreation) ? rulesWithNamespaces : rules)(r.facts),
    },
  ];
}

/**
 * The account of a Link's controller, and its leave to read the credentials of that Link alone.
 * @see https://github.com/linkerd/linkerd2/blob/edge-26.8.3/multicluster/charts/linkerd-multicluster/templates/controller/rbac.yaml
 */
export function controllerRbac(r: Rendering, controller: ControllerEntry): ChartObject[] {
  const { place, linkText, name } = controller;
  const { namespace } = r;
  const own = labels(controller.own, r.commonLabels);
  const reader = place.word(`controller-read-remote-creds-${linkText}`, 'link.ref.name');
  const subjects = [{ kind: 'ServiceAccount', name, namespace }];
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
      metadata: { labels: own, name: place.word(`${ACCESS}-${linkText}`, 'link.ref.name') },
      roleRef: ROLE_REF,
      subjects,
    },
    {
      apiVersion,
      kind: 'Role',
      metadata: { labels: own, name: reader, namespace },
      rules: [
        {
          apiGroups: [''],
          resourceNames: [place.quoted(`cluster-credentials-${linkText}`, 'link.ref.name')],
          resources: ['secrets'],
          verbs: READ_SECRETS,
        },
        ...(r.facts.controllersReadLinksIn === 'Role' ? [READ_LINKS] : []),
        WRITE_LINK_STATUS,
        HOLD_LEASES,
      ],
    },
    {
      apiVersion,
      kind: 'RoleBinding',
      metadata: { labels: own, name: reader, namespace },
      roleRef: { apiGroup: 'rbac.authorization.k8s.io', kind: 'Role', name: reader },
      subjects,
    },
  ];
}
