import type { ClusterSymbols } from '../symbols/cluster-symbols.js';
import type { ClusterView } from './cluster-view.js';
import type { FleetFacts } from './facts.js';
import type { Edge, Fleet } from './fleet.js';
import { beyond } from './own-fleet.js';

/** What Argo CD's own objects are, wherever they stand. */
type ArgocdSymbols = Pick<ClusterSymbols, 'applications' | 'projects' | 'argocdClusters' | 'argocdSettings'>;

/** What is left of a cluster for rules of reach `delivery`: its name, what is delivered to it, and Argo CD's objects in it. */
export function deliveryOf(view: ClusterView): ClusterView {
  const { applications, projects, argocdClusters, argocdSettings } = view.symbols;
  const own = { applications, projects, argocdClusters, argocdSettings };
  const isEmpty = Object.values(own).every((list) => list.length === 0);
  return new DeliveryView(view, isEmpty ? withoutArgocd : own) as unknown as ClusterView;
}

/** Of nearly all clusters, so one for all of them. */
const withoutArgocd: ArgocdSymbols = {
  applications: [],
  projects: [],
  argocdClusters: [],
  argocdSettings: [],
};

/** A fraction of a view, of which a large fleet keeps thousands. */
class DeliveryView {
  readonly name: string;
  readonly facts: ClusterView['facts'];
  readonly release: number | undefined;
  readonly delivered: ClusterView['delivered'];

  constructor(
    { name, facts, release, delivered }: ClusterView,
    readonly symbols: ArgocdSymbols,
  ) {
    this.name = name;
    this.facts = facts;
    this.release = release;
    this.delivered = delivered;
  }
}

/** What a view has not itself is looked for here. */
const gone = new Proxy({}, { get: (_, key) => beyond(`${String(key)} of a cluster`) });
Object.setPrototypeOf(DeliveryView.prototype, gone);
Object.setPrototypeOf(withoutArgocd, gone);

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
