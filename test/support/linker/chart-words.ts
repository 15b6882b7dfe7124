/** The Namespace of the extension. */
export const mc = 'linkerd-multicluster';

/** The release that the clusters run. */
export const release = 'edge-26.8.3';

/** What all objects of the extension carry. */
export const extension = { 'linkerd.io/extension': 'multicluster' };

/** What tells the chart and its release. */
export const createdBy = { 'linkerd.io/created-by': `linkerd/helm ${release}` };

/** The group of roles and bindings. */
export const rbac = 'rbac.authorization.k8s.io';

/** The group of Links. */
export const multicluster = 'multicluster.linkerd.io';
