import type { ClusterSymbols } from '../symbols/cluster-symbols.js';
import type { FleetFacts } from './facts.js';
import type { Fleet } from './fleet.js';
import { ownFleetOf } from './own-fleet.js';
import type { Rule } from './rule.js';
import { viewOf } from './view-of.js';

/** True for rules that hold for the files of Argo CD's own cluster as they do for those of any. */
export function holdsForArgocd({ about }: Rule): boolean {
  return about === 'duplicates';
}

/** The files of Argo CD's own cluster, for such rules. */
export function argocdFleetOf(argocd: ClusterSymbols, facts: FleetFacts): Fleet {
  return ownFleetOf([viewOf(argocd, facts, {})], facts);
}
