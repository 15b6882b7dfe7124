import type { ClusterSymbols } from '../symbols/cluster-symbols.js';
import type { ClusterView } from './cluster-view.js';
import type { FleetFacts } from './facts.js';
import type { Edge, Fleet } from './fleet.js';
import { beyond } from './own-fleet.js';
import { viewOfRest } from './view-of.js';

/** What Argo CD's own objects are, wherever they stand. */
type ArgocdSymbols = Pick<ClusterSymbols, 'applications' | 'projects' | 'argocdClusters' | 'argocdSettings'>;

/** What is left of a cluster for rules of reach `delivery`: its name, what is delivered to it, and Argo CD's objects in it. */
export function deliveryOf(view: ClusterView): ClusterView {
  const { applications, projects, argocdClusters, argocdSettings } = view.symbols;
  const own = { applications, projects, argocdClusters, argocdSettings };
  const isEmpty = Object.values(own).every((list) => list.length === 0);
  return viewOfRest(view, isEmpty ? withoutArgocd : alone(own), { delivered: view.delivered });
}

function alone(symbols: ArgocdSymbols): ClusterSymbols {
  return new Proxy(symbols as ClusterSymbols, {
    get: (held, key) =>
      Object.hasOwn(held, key) ? (Reflect.get(held, key) as unknown) : beyond(`${String(key)} of a cluster`),
  });
}

/** Of nearly all clusters, so one for all of them. */
const withoutArgocd = alone({ applications: [], projects: [], argocdClusters: [], argocdSettings: [] });

/** A fleet as Argo CD sees it, for rules of reach `delivery`: what joins its clusters may not be asked for. */
export class DeliveryFleet implements Fleet {
  readonly applications: Fleet['applications'];
  readonly projects: Fleet['projects'];
  readonly argocdClusters: Fleet['argocdClusters'];
  readonly argocdSettings: Fleet['argocdSettings'];
  readonly #views: ReadonlyMap<string, ClusterView>;

  /** @param clusters sorted by name, as `deliveryOf` leaves them */
  constructor(
    readonly clusters: readonly ClusterView[],
    readonly facts: FleetFacts,
    argocd: ArgocdSymbols | undefined,
  ) {
    const all = [...(argocd === undefined ? [] : [argocd]), ...clusters.map(({ symbols }) => symbols)];
    this.applications = all.flatMap(({ applications }) => applications);
    this.projects = all.flatMap(({ projects }) => projects);
    this.argocdClusters = all.flatMap(({ argocdClusters }) => argocdClusters);
    this.argocdSettings = all.flatMap(({ argocdSettings }) => argocdSettings);
    this.#views = new Map(clusters.map((view) => [view.name, view]));
  }

  view(name: string): ClusterView | undefined {
    return this.#views.get(name);
  }

  get edges(): readonly Edge[] {
    return beyond('Links');
  }

  get edgesFrom(): never {
    return beyond('Links of a cluster');
  }

  get edgesTo(): never {
    return beyond('Links to a cluster');
  }

  get deduced(): never {
    return beyond('targets');
  }
}
