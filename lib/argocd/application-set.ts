import type { Manifest } from '../manifests/manifest.js';
import type { Argocd } from '../topology/fleet.js';
import { generatorOf } from './generators.js';

/** What the ApplicationSet is made of, besides the fleet's Argo CD settings. */
interface ApplicationSetInput {
  readonly argocd: Argocd;
  /** Output folder as the repository has it: `dist`. */
  readonly output: string;
  /** Namespace that objects without one of their own go to. */
  readonly namespace: string;
  /** Names of the clusters in Argo CD, for generators that do not ask Argo CD. */
  readonly argocdNames: readonly string[];
}

/**
 * One ApplicationSet for the fleet: an Application for each cluster that its generator names.
 *
 * It carries no namespace: whatever applies `argocd/` sends it to Argo CD's. A cluster that loses its label, or
 * a set that is deleted, takes no object of the mesh with it; a missing key stops the set instead of rendering
 * an empty name.
 */
export function applicationSet({ argocd, output, namespace, argocdNames }: ApplicationSetInput): Manifest {
  const folder = argocd.path === '' ? output : `${argocd.path}/${output}`;
  const { generator, destination } = generatorOf(argocd, folder, argocdNames);
  const labels = Object.keys(argocd.labels).length > 0 ? { labels: argocd.labels } : {};
  return {
    apiVersion: 'argoproj.io/v1alpha1',
    kind: 'ApplicationSet',
    metadata: { name: argocd.applicationSet, ...labels },
    spec: {
      generators: [generator],
      goTemplate: true,
      goTemplateOptions: ['missingkey=error'],
      syncPolicy: { applicationsSync: 'create-update', preserveResourcesOnDeletion: true },
      template: {
        metadata: {
          annotations: {
            'argocd.argoproj.io/compare-options': 'ServerSideDiff=true',
            'argocd.argoproj.io/manifest-generate-paths': '.',
            ...argocd.annotations,
          },
          ...labels,
          name: argocd.applicationName.replace(/\{(name|nameNormalized)\}/g, '{{.$1}}'),
        },
        spec: {
          destination: { ...destination, namespace },
          project: argocd.project,
          source: {
            path: `${folder}/clusters/{{.name}}`,
            repoURL: argocd.repoURL,
            targetRevision: argocd.targetRevision,
          },
          syncPolicy: {
            ...(argocd.automated !== undefined && { automated: argocd.automated }),
            // An API server calls a CRD established a moment before it serves it: the first sync may outrun the Link.
            retry: { backoff: { duration: '5s', factor: 2, maxDuration: '3m0s' }, limit: 5 },
            syncOptions: argocd.syncOptions,
          },
        },
      },
    },
  };
}
