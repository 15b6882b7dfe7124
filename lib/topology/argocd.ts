import { defaultApplicationName, type ArgocdConfig } from '../config/argocd-config.js';
import type { Argocd } from './fleet.js';

/** Argo CD's part of a fleet with every default applied; `name` is the fleet's. */
export function argocdOf(config: ArgocdConfig, name: string): Argocd {
  const createProject = config.createProject ?? false;
  return {
    namespace: config.namespace ?? 'argocd',
    project: config.project ?? (createProject ? name : 'default'),
    createProject,
    applicationSet: config.applicationSet ?? `${name}-linkerd-multicluster`,
    applicationName: config.applicationName ?? defaultApplicationName,
    repoURL: config.repoURL,
    targetRevision: config.targetRevision ?? 'HEAD',
    path: (config.path ?? '').replace(/^(\.?\/)+|\/+$/g, ''),
    generator: config.generator ?? 'clusters',
    clusterSelector: config.clusterSelector ?? {},
    labels: config.labels ?? {},
    annotations: config.annotations ?? {},
    syncOptions: config.syncOptions ?? [
      'CreateNamespace=true',
      'RespectIgnoreDifferences=true',
      'ServerSideApply=true',
    ],
    ...(config.automated !== undefined && {
      automated: { prune: config.automated.prune ?? false, selfHeal: config.automated.selfHeal ?? false },
    }),
  };
}
