import type { ChartObject } from '../chart/chart-object.js';
import {
  CREATE_NAMESPACES,
  HOLD_LEASES,
  READ_LINKS,
  READ_NAMESPACES,
  WRITE_MIRRORS,
  writeLinkStatus,
} from '../chart/mirror-rules.js';
import { goText } from '../helm/go-text.js';
import { isTrue } from '../helm/truth.js';
import type { HelmValue } from '../helm/value.js';
import type { ReleaseFacts } from '../releases/facts.js';
import { credentialsName } from './credentials-name.js';
import { mirrorLabels, mirrorName, named, type LegacyRendering } from './legacy-rendering.js';

const RBAC = 'rbac.authorization.k8s.io/v1';

function binding(r: LegacyRendering, kind: 'ClusterRole' | 'Role', role: HelmValue): ChartObject {
  const { namespace } = r;
  return {
    apiVersion: RBAC,
    kind: `${kind}Binding`,
    metadata: { name: role, ...(kind === 'Role' && { namespace }), labels: mirrorLabels(r) },
    roleRef: { apiGroup: 'rbac.authorization.k8s.io', kind, name: role },
    subjects: [{ kind: 'ServiceAccount', name: mirrorName(r), namespace }],
  };
}

/** Access to the Services of this cluster. */
export function clusterAccess(r: LegacyRendering): ChartObject[] {
  const { facts, values } = r;
  const name = named(r, 'linkerd-service-mirror-access-local-resources-');
  const creates = facts.namespaceCreation && isTrue(values.enableNamespaceCreation);
  const rules = [
    WRITE_MIRRORS,
    READ_NAMESPACES,
    ...(readsLinksEverywhere(facts) ? [READ_LINKS] : []),
    ...(creates ? [CREATE_NAMESPACES] : []),
  ];
  return [
    { apiVersion: RBAC, kind: 'ClusterRole', metadata: { name, labels: mirrorLabels(r) }, rules },
    binding(r, 'ClusterRole', name),
  ];
}

/** In edge-25.3.3 alone, as with the chart's own controllers. */
function readsLinksEverywhere(facts: ReleaseFacts): boolean {
  return facts.controllers && facts.controllersReadLinksIn === 'ClusterRole';
}

/** Access to the Link, its credentials and its lease. */
export function credentialsAccess(r: LegacyRendering): ChartObject[] {
  const { facts, values, place, namespace } = r;
  const name = named(r, 'linkerd-service-mirror-read-remote-creds-');
  const secret = place.quoted(credentialsName(goText(values.targetClusterName)), 'targetClusterName');
  const verbs = facts.legacyMirrorStatusVerbs;
  const rules = [
    { apiGroups: [''], resources: ['secrets'], resourceNames: [secret], verbs: ['list', 'get', 'watch'] },
    ...(readsLinksEverywhere(facts) ? [] : [READ_LINKS]),
    ...(verbs.length > 0 ? [writeLinkStatus(...verbs)] : []),
    HOLD_LEASES,
  ];
  return [
    { apiVersion: RBAC, kind: 'Role', metadata: { name, namespace, labels: mirrorLabels(r) }, rules },
    binding(r, 'Role', name),
  ];
}
