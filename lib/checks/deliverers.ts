import type { ProjectSpec } from '../argocd/project-permits.js';
import type { ApplicationSymbol, ProjectSymbol } from '../symbols/kinds/argocd.js';
import { argocdClusterOf, generatesFor } from './argocd-clusters.js';
import type { ClusterView } from './cluster-view.js';
import type { Fleet } from './fleet.js';

/**
 * Who else delivers into the namespace of an Application. Nobody knows whose an object is then: it is refused for
 * certain only where the projects of all of them refuse it.
 */
export class Deliverers {
  readonly namespace: string;
  readonly #fleet: Fleet;
  readonly #projects: ReadonlyMap<string, ProjectSymbol>;
  readonly #others: readonly ApplicationSymbol[];

  constructor(fleet: Fleet, application: ApplicationSymbol, projects: ReadonlyMap<string, ProjectSymbol>) {
    this.namespace = application.destinationNamespace?.value ?? '';
    this.#fleet = fleet;
    this.#projects = projects;
    this.#others = fleet.applications.filter(
      (each) => each !== application && each.destinationNamespace?.value === this.namespace,
    );
  }

  /** Those that reach a cluster beside the Application itself. */
  into(view: ClusterView): readonly ApplicationSymbol[] {
    return this.#others.length === 0
      ? nobody
      : this.#others.filter((each) => mayReach(this.#fleet, each, view));
  }

  /** Whether the project of one of them allows something, or is not among the files. */
  allow(others: readonly ApplicationSymbol[], permits: (spec: ProjectSpec) => boolean): boolean {
    return others.some((each) => {
      const project = this.#projects.get(each.project?.value ?? '');
      return project === undefined || permits(project.spec);
    });
  }
}

/** Nobody else. */
export const nobody: readonly ApplicationSymbol[] = [];

/** True where an Application may deliver to a cluster, as far as files tell. */
export function mayReach(fleet: Fleet, application: ApplicationSymbol, view: ClusterView): boolean {
  if (application.kind === 'ApplicationSet') {
    const cluster = argocdClusterOf(fleet, view);
    return (
      cluster === undefined || application.clusterSelectors.length === 0 || generatesFor(application, cluster)
    );
  }
  const name = application.destinationName?.value;
  return name === undefined || name === (view.facts.argocdName ?? view.name);
}
