import { byCodePoints } from '../helm/code-points.js';
import type { ChartPart } from './chart-object.js';

/**
 * Kinds of the chart in the order in which Helm prints them; kinds it does not know come after these, by name.
 * @see https://github.com/helm/helm/blob/v3.19.2/pkg/releaseutil/kind_sorter.go
 */
const KINDS: readonly string[] = [
  'Namespace',
  'PodDisruptionBudget',
  'ServiceAccount',
  'Secret',
  'CustomResourceDefinition',
  'ClusterRole',
  'ClusterRoleBinding',
  'Role',
  'RoleBinding',
  'Service',
  'Deployment',
  'Job',
];

const RANKS: ReadonlyMap<string, number> = new Map(KINDS.map((kind, i) => [kind, i]));

/** Parts in the order of Helm's output: by kind, then as they stand. */
export function inInstallOrder(parts: readonly ChartPart[]): ChartPart[] {
  return [...parts].sort((a, b) => {
    const kindA = a.object.kind;
    const kindB = b.object.kind;
    if (kindA === kindB) return 0;
    const rankA = RANKS.get(kindA);
    const rankB = RANKS.get(kindB);
    if (rankA !== undefined && rankB !== undefined) return rankA - rankB;
    if (rankA === undefined && rankB === undefined) return byCodePoints(kindA, kindB);
    return rankA === undefined ? 1 : -1;
  });
}
