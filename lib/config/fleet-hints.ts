import type { KeyHint } from './validate/unknown-key.js';

/** What keys of other tools and of the chart are called in the fleet file, or what makes them needless. */
const hints: Readonly<Record<string, { readonly why?: string; readonly fix: string }>> = {
  controllers: {
    why: 'a controller for each Link of the cluster is derived from `topology`',
    fix: 'remove it; settings of the controllers go under `controllerDefaults` in a values file',
  },
  enabled: {
    why: 'a gateway runs where a Link in gateway mode targets the cluster',
    fix: 'remove it; to go without a gateway, choose `mode: flat` for the Links to this cluster',
  },
  gatewayIdentity: {
    why: "it follows from the target's gateway account, namespaces and trust domain",
    fix: 'remove it; where a cluster has a trust domain of its own, write its `trustDomain`',
  },
  clusterCredentialsSecret: { why: "the name is fixed by the chart's permissions", fix: 'remove it' },
  probeSpec: {
    why: "the Link's probe is made of two facts of the fleet",
    fix: 'write how often under `probe` of the topology entry, and where under `gateway.probe` of the target cluster',
  },
  remoteMirrorServiceAccountName: {
    why: 'an account for each cluster that mirrors from this one is derived from `topology`',
    fix: 'remove it; an account for somebody else goes into a values file',
  },
  remoteMirrorServiceAccount: {
    why: 'it is on exactly where a Link targets the cluster',
    fix: 'remove it',
  },
  targetClusterName: { why: 'it is the key of the target under `clusters`', fix: 'remove it' },
  targetClusterDomain: { fix: 'write `clusterDomain` in the target cluster' },
  targetClusterLinkerdNamespace: { fix: 'write `linkerdNamespace` in the target cluster' },
  serviceMonitor: { fix: 'write `enableServiceMonitor: true` in the cluster' },
  values: {
    why: 'chart values have files of their own, which Helm can read as well',
    fix: 'write them to `values.yaml` for all clusters, or to `<argocdName>-values.yaml` for one',
  },
};

/** Keys of a Link that stand in the wrong part of the file, and where each belongs. */
const misplaced: Readonly<Record<string, readonly ['clusters' | 'topology', string]>> = {
  gatewayAddress: ['clusters', '`gateway.address` of the target cluster'],
  gatewayPort: ['clusters', '`gateway.port` of the target cluster'],
  excludeLabels: ['topology', '`excludedLabels` of an entry under `topology`'],
  excludedLabels: ['topology', '`excludedLabels` of an entry under `topology`'],
  excludeAnnotations: ['topology', '`excludedAnnotations` of an entry under `topology`'],
  excludedAnnotations: ['topology', '`excludedAnnotations` of an entry under `topology`'],
};

/** Explains keys that the fleet file does not have but its readers know from elsewhere. */
export const fleetHint: KeyHint = (key, path) => {
  const [part, field] = (Object.hasOwn(misplaced, key) ? misplaced[key] : undefined) ?? [];
  if (part !== undefined && path[0] !== part) return { fix: `write ${field ?? ''}` };
  return Object.hasOwn(hints, key) ? hints[key] : undefined;
};
