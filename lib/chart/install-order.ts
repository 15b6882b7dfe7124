import { byCodePoints } from '../helm/code-points.js';
import { groupBy } from '../topology/group-by.js';
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

/** Parts in the order of Helm's output: by kind, then as they stand. */
export function inInstallOrder(parts: readonly ChartPart[]): ChartPart[] {
  const kinds = groupBy(parts, ({ object }) => object.kind);
  const others = [...kinds.keys()].filter((kind) => !KINDS.includes(kind)).sort(byCodePoints);
  return [...KINDS, ...others].flatMap((kind) => kinds.get(kind) ?? []);
}
