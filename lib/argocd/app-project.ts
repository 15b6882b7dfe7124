import { byCodeUnits } from '../diagnostics/order.js';
import { definedScopes, groupOf, scopeOf } from '../manifests/kind-scope.js';
import type { Manifest } from '../manifests/manifest.js';
import type { Argocd } from '../topology/fleet.js';

/**
 * What a least-privilege AppProject must allow, gathered from the objects as they stream by.
 *
 * An object without a namespace is cluster-scoped, unless its kind is known to live in namespaces. Of a kind that nobody
 * knows either may be true, and both are allowed: the one that is not true allows nothing.
 */
export class ProjectNeeds {
  readonly #clusterScoped = new Map<string, Set<string>>();
  readonly #namespaced = new Set<string>();
  readonly #destinations = new Map<string, Set<string>>();

  /** Notes the objects of one cluster; `namespace` is where its Application is sent to. */
  add(argocdName: string, namespace: string, objects: readonly Manifest[]): void {
    const namespaces = this.#destinations.get(argocdName) ?? new Set([namespace]);
    this.#destinations.set(argocdName, namespaces);
    const scopes = definedScopes(objects);
    for (const object of objects) {
      const { apiVersion, kind, metadata } = object;
      const groupKind = `${groupOf(apiVersion)}/${kind}`;
      const scope = scopeOf(object, scopes);
      if (scope === 'namespaced' || (scope === 'unknown' && metadata.namespace !== undefined)) {
        this.#namespaced.add(groupKind);
        if (metadata.namespace !== undefined) namespaces.add(metadata.namespace);
        continue;
      }
      if (scope === 'unknown') this.#namespaced.add(groupKind);
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
