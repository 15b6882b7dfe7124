import type { ApplicationSymbol, ArgocdClusterSymbol } from '../symbols/kinds/argocd.js';
import { selects } from '../symbols/kinds/selector.js';
import type { ClusterView } from './cluster-view.js';
import type { Fleet } from './fleet.js';

const byName = new WeakMap<Fleet, ReadonlyMap<string, ArgocdClusterSymbol>>();

/** The Secret that Argo CD knows a given cluster by, if the files hold it. */
export function argocdClusterOf(fleet: Fleet, view: ClusterView): ArgocdClusterSymbol | undefined {
  const name = view.facts.argocdName ?? view.name;
  const known =
    byName.get(fleet) ?? new Map(fleet.argocdClusters.map((each) => [each.clusterName.value, each]));
  byName.set(fleet, known);
  return known.get(name);
}

/** True when a cluster generator of the set takes a cluster; one without a selector takes all. */
export function generatesFor(
  { clusterSelectors }: ApplicationSymbol,
  { clusterLabels }: ArgocdClusterSymbol,
): boolean {
  return clusterSelectors.some(
    (selector) => selector === undefined || selector.value === 0 || selects(selector, clusterLabels),
  );
}

/** Whether an Application delivers what stands in a namespace, as far as its destination tells. */
export function deliversTo(application: ApplicationSymbol, namespace: string | undefined): boolean {
  return namespace !== undefined && application.destinationNamespace?.value === namespace;
}
