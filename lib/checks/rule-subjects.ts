import type { ClusterView } from './cluster-view.js';
import type { RuleSubject } from './rule.js';

/** Whether a cluster has anything that a rule is about. */
export function hasSubject(view: ClusterView, subject: RuleSubject): boolean {
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
