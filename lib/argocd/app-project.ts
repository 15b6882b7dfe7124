import { byCodeUnits } from '../diagnostics/order.js';
import type { Manifest } from '../manifests/manifest.js';
import type { Argocd } from '../topology/fleet.js';

/**
 * What a least-privilege AppProject must allow, gathered from the objects as they stream by.
 *
 * Cluster-scoped objects are those without a namespace: our output never leaves a namespace to be filled in.
 */
export class ProjectNeeds {
  readonly #clusterScoped = new Map<string, Set<string>>();
  readonly #namespaced = new Set<string>();
  readonly #destinations = new Map<string, Set<string>>();

  /** Notes the objects of one cluster; `namespace` is where its Application is sent to. */
  add(argocdName: string, namespace: string, objects: readonly Manifest[]): void {
    const namespaces = this.#destinations.get(argocdName) ?? new Set([namespace]);
    this.#destinations.set(argocdName, namespaces);
    for (const { apiVersion, kind, metadata } of objects) {
      const groupKind = `${apiVersion.includes('/') ? apiVersion.slice(0, apiVersion.indexOf('/')) : ''}/${kind}`;
      if (metadata.namespace !== undefined) {
        this.#namespaced.add(groupKind);
        namespaces.add(metadata.namespace);
        continue;
      }
      const names = this.#clusterScoped.get(groupKind) ?? new Set();
      this.#clusterScoped.set(groupKind, names.add(metadata.name));
    }
  }

  /** The AppProject that allows exactly what was noted, from the fleet's own repository. */
  project(argocd: Argocd, fleetName: string): Manifest {
    return {
      apiVersion: 'argoproj.io/v1alpha1',
      kind: 'AppProject',
      metadata: {
        finalizers: ['resources-finalizer.argocd.argoproj.io'],
        name: argocd.project,
        namespace: argocd.namespace,
      },
      spec: {
        clusterResourceWhitelist: sorted(this.#clusterScoped.keys()).flatMap((groupKind) =>
          sorted(this.#clusterScoped.get(groupKind) ?? []).map((name) => ({ ...parts(groupKind), name })),
        ),
        description: `Linkerd multicluster of ${fleetName}: what its manifests contain and nothing more`,
        destinations: sorted(this.#destinations.keys()).flatMap((name) =>
          sorted(this.#destinations.get(name) ?? []).map((namespace) => ({ name, namespace })),
        ),
        namespaceResourceWhitelist: sorted(this.#namespaced).map(parts),
        sourceRepos: [argocd.repoURL],
      },
    };
  }
}

function parts(groupKind: string): { group: string; kind: string } {
  const slash = groupKind.indexOf('/');
  return { group: groupKind.slice(0, slash), kind: groupKind.slice(slash + 1) };
}

function sorted(items: Iterable<string>): string[] {
  return [...items].sort(byCodeUnits);
}
