import { sharedPart } from '../manifests/shared-part.js';

const READ = ['list', 'get', 'watch'];

/** Write mirrors: Services and their Endpoints. */
export const WRITE_MIRRORS = sharedPart({
  apiGroups: [''],
  resources: ['endpoints', 'services'],
  verbs: [...READ, 'create', 'delete', 'update'],
});

/** Read namespaces, to know where a mirror can live. */
export const READ_NAMESPACES = sharedPart({ apiGroups: [''], resources: ['namespaces'], verbs: READ });

/** Create namespaces that mirrors need. */
export const CREATE_NAMESPACES = sharedPart({
  apiGroups: [''],
  resources: ['namespaces'],
  verbs: ['create'],
});

/** Hold the lease by which one of several candidates mirrors. */
export const HOLD_LEASES = sharedPart({
  apiGroups: ['coordination.k8s.io'],
  resources: ['leases'],
  verbs: ['create', 'get', 'update', 'patch'],
});

/** Read Links. */
export const READ_LINKS = sharedPart({
  apiGroups: ['multicluster.linkerd.io'],
  resources: ['links'],
  verbs: READ,
});

/** Say in a Link's status what was mirrored; `verbs` differ between the two kinds of mirrors. */
export function writeLinkStatus(...verbs: readonly string[]): Readonly<Record<string, unknown>> {
  return sharedPart({ apiGroups: ['multicluster.linkerd.io'], resources: ['links/status'], verbs });
}
