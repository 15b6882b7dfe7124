/** Namespaces that every cluster has. */
export const standingNamespaces = ['default', 'kube-node-lease', 'kube-public', 'kube-system'] as const;
