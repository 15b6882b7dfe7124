import type { ClusterView } from './cluster-view.js';
import type { Fleet } from './fleet.js';
import { partOf } from './own-fleet.js';
import type { RuleSubject } from './rule.js';

/** Those clusters of a fleet that have anything that a rule is about; undefined where none has. */
export function thoseWith(subject: RuleSubject, fleet: Fleet): Fleet | undefined {
  const views = fleet.clusters.filter((view) => hasSubject(view, subject));
  if (views.length === fleet.clusters.length) return fleet;
  if (views.length === 0) return undefined;
  const concerned = new Set(views);
  return partOf(
    fleet,
    views,
    fleet.edges.filter(({ source }) => concerned.has(source)),
  );
}

function hasSubject(view: ClusterView, subject: RuleSubject): boolean {
  switch (subject) {
    case 'gateways':
      return view.gateways.length > 0;
    case 'remoteAccess':
      return view.remoteAccess.size > 0;
    case 'controlPlane':
      return view.symbols.controlPlane !== undefined || view.symbols.trustRoots !== undefined;
    case 'kubeconfigs':
      return view.symbols.secrets.some(({ kubeconfig }) => kubeconfig !== undefined);
    default:
      return view.symbols[subject].length > 0;
  }
}
