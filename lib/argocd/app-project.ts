import { byCodeUnits } from '../diagnostics/order.js';
import { definedScopes, groupOf, scopeOf, type DefinedScopes, type Scope } from '../manifests/kind-scope.js';
import type { Manifest } from '../manifests/manifest.js';
import type { Argocd } from '../topology/fleet.js';

interface KindNeeds {
  readonly groupKind: string;
  /** As far as it is known without a CRD among the objects. */
  readonly scope: Scope;
}

/**
 * What a least-privilege AppProject must allow, gathered from the objects as they stream by.
 *
 * An object without a namespace is cluster-scoped, unless its kind is known to live in namespaces. Of a kind that nobody
 * knows either may be true, and both are allowed: the one that is not true allows nothing.
 */
export class ProjectNeeds {
  readonly #clusterScoped = new Map<string, Set<string>>();
  readonly #namespaced = new Set<string>();
  readonly #destinations = new Map<string, string[]>();
  /** By API version, then kind: no key is put together for each of the objects, which are many. */
  readonly #kinds = new Map<string, Map<string, KindNeeds>>();

  /** Notes objects of one cluster, CRDs together with theirs; `namespace` is where its Application is sent to. */
  add(argocdName: string, namespace: string, objects: readonly Manifest[]): void {
    let namespaces = this.#destinations.get(argocdName);
    if (namespaces === undefined) this.#destinations.set(argocdName, (namespaces = [namespace]));
    let defined: DefinedScopes | undefined;
    for (const { apiVersion, kind, metadata } of objects) {
      const needs = this.#kinds.get(apiVersion)?.get(kind) ?? this.#kind(apiVersion, kind);
      let { scope } = needs;
      if (scope === 'unknown') {
        defined ??= definedScopes(objects);
        scope = defined.get(needs.groupKind) ?? scope;
        if (scope !== 'cluster') this.#namespaced.add(needs.groupKind);
      }
      if (scope === 'namespaced' || (scope === 'unknown' && metadata.namespace !== undefined)) {
        // a cluster has few
        if (metadata.namespace !== undefined && !namespaces.includes(metadata.namespace))
          namespaces.push(metadata.namespace);
      } else {
        this.#namesOf(needs.groupKind).add(metadata.name);
      }
    }
  }

  #kind(apiVersion: string, kind: string): KindNeeds {
    const groupKind = `${groupOf(apiVersion)}/${kind}`;
    const needs = { groupKind, scope: scopeOf({ apiVersion, kind }) };
    if (needs.scope === 'namespaced') this.#namespaced.add(groupKind);
    const ofVersion = this.#kinds.get(apiVersion) ?? new Map<string, KindNeeds>();
    this.#kinds.set(apiVersion, ofVersion.set(kind, needs));
    return needs;
  }

  #namesOf(groupKind: string): Set<string> {
    let names = this.#clusterScoped.get(groupKind);
    if (names === undefined) this.#clusterScoped.set(groupKind, (names = new Set()));
    return names;
  }

  /** Kinds of the objects that were noted. */
  get kinds(): ReadonlySet<string> {
    return new Set([...this.#kinds.values()].flatMap((ofVersion) => [...ofVersion.keys()]));
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
