import type { Destination } from '../../../argocd/destination-list.js';
import type { ProjectSpec } from '../../../argocd/project-permits.js';
import { permitsDestination, permitsKind, permitsSource } from '../../../argocd/project-permits.js';
import type { ApplicationSymbol, ProjectSymbol } from '../../../symbols/kinds/argocd.js';
import type { AskedObject } from '../../asked-objects.js';
import { argocdClusterOf } from '../../argocd-clusters.js';
import type { ClusterView } from '../../cluster-view.js';
import { Deliverers, mayReach, nobody } from '../../deliverers.js';
import type { Fleet } from '../../fleet.js';
import { related } from '../../report.js';
import { rule } from '../../rule.js';

/** The project of an Application that delivers the extension allows its source, its destinations and what it is made of. */
export const projectRefuses = rule('PROJECT_REFUSES', {
  group: 'delivery',
  severity: 'error',
  reach: 'delivery',
  fix: 'allow the repository under `sourceRepos`, cluster and namespace under `destinations`, and the kinds in the lists of the AppProject',
  source:
    'https://github.com/argoproj/argo-cd/blob/v3.5.1/pkg/apis/application/v1alpha1/app_project_types.go',
  symptoms: ['is not permitted in project', 'do not match any of the allowed destinations in project'],
  check(fleet, report) {
    const projects = new Map(fleet.projects.map((project) => [project.name, project]));
    for (const application of fleet.applications) {
      const project = projects.get(application.project?.value ?? '');
      const namespace = application.destinationNamespace?.value;
      if (project === undefined || namespace === undefined) continue;
      const views = fleet.clusters.filter(
        (view) => view.delivered.has(namespace) && mayReach(fleet, application, view),
      );
      if (views.length === 0) continue;
      const refused = new Set([
        ...refusedSources(project.spec, application),
        ...refusedObjects(fleet, project, application, views, new Deliverers(fleet, application, projects)),
      ]);
      if (refused.size === 0) continue;
      report({
        at: application,
        field: application.project,
        message: `project ${project.name} refuses ${[...refused].join(', ')} of ${application.kind} ${application.name}`,
        related: [related(project, project, `AppProject ${project.name}`)],
      });
    }
  },
});

function refusedSources(spec: ProjectSpec, { repoURLs }: ApplicationSymbol): string[] {
  return repoURLs
    .filter(({ value }) => !value.includes('{{') && !permitsSource(spec, value))
    .map(({ value }) => `repository ${value}`);
}

function refusedObjects(
  fleet: Fleet,
  { spec }: ProjectSymbol,
  application: ApplicationSymbol,
  views: readonly ClusterView[],
  deliverers: Deliverers,
): ReadonlySet<string> {
  const { namespace } = deliverers;
  const refused = new Set<string>();
  // nearly all clusters have the same lists, and the same others
  const known = new Map<readonly AskedObject[], Asked>();
  const permitted = new Map<AskedObject, boolean>();
  let others = nobody;
  const isPermitted = (each: AskedObject): boolean => {
    let isIt = permitted.get(each);
    if (isIt === undefined) permitted.set(each, (isIt = permitsKind(spec, each)));
    return isIt || deliverers.allow(others, (other) => permitsKind(other, each));
  };
  const askedOf = (objects: readonly AskedObject[]): Asked => {
    const asked = known.get(objects) ?? askedFor(objects, isPermitted);
    known.set(objects, asked);
    return asked;
  };
  for (const view of views) {
    const lists = view.delivered.get(namespace) ?? [];
    const here = deliverers.into(view);
    if (!isSame(here, others)) known.clear();
    others = here;
    const namespaces = new Set([namespace]);
    for (const objects of lists) for (const each of askedOf(objects).namespaces) namespaces.add(each);
    const cluster = clusterOf(fleet, application, view);
    for (const each of namespaces) {
      const destination = { ...cluster, namespace: each };
      if (permitsDestination(spec, destination)) continue;
      if (each !== namespace && deliverers.allow(others, (other) => permitsDestination(other, destination)))
        continue;
      refused.add(`namespace ${each}`);
    }
    for (const objects of lists) for (const kind of askedOf(objects).refusedKinds) refused.add(kind);
  }
  return refused;
}

function isSame<T>(some: readonly T[], others: readonly T[]): boolean {
  return some.length === others.length && some.every((each, i) => each === others[i]);
}

/** What a list of objects asks a project for. */
interface Asked {
  readonly namespaces: readonly string[];
  /** Those that it refuses in every cluster. */
  readonly refusedKinds: readonly string[];
}

function askedFor(objects: readonly AskedObject[], isPermitted: (each: AskedObject) => boolean): Asked {
  return {
    namespaces: [...new Set(objects.flatMap((each) => each.namespace ?? []))],
    refusedKinds: objects.filter((each) => !isPermitted(each)).map(({ kind }) => kind),
  };
}

/** What is known of the cluster that the objects go to. */
function clusterOf(fleet: Fleet, application: ApplicationSymbol, view: ClusterView): Partial<Destination> {
  const known = argocdClusterOf(fleet, view);
  const name = view.facts.argocdName ?? view.name;
  const { destinationName, destinationServer } = application;
  const server = destinationServer?.value.includes('{{') === false ? destinationServer.value : known?.server;
  const isNamed =
    known !== undefined || (destinationName !== undefined && !destinationName.value.includes('{{'));
  return {
    ...(isNamed
      ? { name: destinationName?.value.includes('{{') === false ? destinationName.value : name }
      : {}),
    ...(server === undefined ? {} : { server }),
  };
}
