import type { ClusterView } from './cluster-view.js';
import type { FleetFacts } from './facts.js';
import type { Edge, Fleet } from './fleet.js';
import { OwnEnd } from './own-end.js';

/** Some clusters as a fleet, for rules that look no further than at each: what lies beyond may not be asked for. */
export function ownFleetOf(views: readonly ClusterView[], facts: FleetFacts): Fleet {
  return new OwnFleet(
    views,
    facts,
    views.flatMap((view) => view.symbols.links.map((link) => new OwnEdge(view, link))),
  );
}

/** The same with some of its clusters and Links. */
export function partOf({ facts }: Fleet, views: readonly ClusterView[], edges: readonly Edge[]): Fleet {
  return new OwnFleet(views, facts, edges);
}

class OwnFleet implements Fleet {
  constructor(
    readonly clusters: readonly ClusterView[],
    readonly facts: FleetFacts,
    readonly edges: readonly Edge[],
  ) {}

  view(name: string): ClusterView | undefined {
    return this.clusters.find((view) => view.name === name);
  }

  get edgesFrom(): never {
    return beyond('an index of Links');
  }

  get edgesTo(): never {
    return beyond('Links from elsewhere');
  }

  get applications(): never {
    return beyond('Applications');
  }

  get projects(): never {
    return beyond('AppProjects');
  }

  get argocdClusters(): never {
    return beyond('the clusters of Argo CD');
  }

  get deduced(): never {
    return beyond('targets');
  }

  get argocdSettings(): never {
    return beyond('the settings of Argo CD');
  }
}

class OwnEdge extends OwnEnd implements Edge {
  get target(): never {
    return beyond('the target of a Link');
  }

  get gateway(): never {
    return beyond('the gateway of a Link');
  }
}

/** A rule that asks has the wrong `reach`: better loud than a finding that is missing in large fleets alone. */
export function beyond(what: string): never {
  throw new Error(`a rule asked for ${what}, which is beyond its reach`);
}
