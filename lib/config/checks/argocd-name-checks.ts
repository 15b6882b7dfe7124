import type { Diagnostic } from '../../diagnostics/diagnostic.js';
import type { FleetConfig } from '../fleet-config.js';
import type { FieldPath, PlaceOf } from '../loaded-config.js';
import { fieldText } from '../validate/field-text.js';

/**
 * Argo CD's names of the clusters, which must differ in more than case.
 *
 * Reports CLUSTER_NAME_TWICE.
 */
export function argocdNameChecks(fleet: FleetConfig, placeOf: PlaceOf): Diagnostic[] {
  const found: Diagnostic[] = [];
  const firsts = new Map<string, FieldPath>();
  for (const [key, cluster] of Object.entries(fleet.clusters)) {
    const name = cluster?.argocdName ?? key;
    const path = cluster?.argocdName === undefined ? ['clusters', key] : ['clusters', key, 'argocdName'];
    const first = firsts.get(name.toLowerCase());
    if (first === undefined) {
      firsts.set(name.toLowerCase(), path);
      continue;
    }
    found.push({
      code: 'CLUSTER_NAME_TWICE',
      severity: 'error',
      message: `two clusters are called \`${name}\` by Argo CD`,
      why: 'their values file and their folder in the output would be the same, or differ in case alone',
      fix: 'give each cluster the name that Argo CD knows it by',
      cluster: key,
      path: fieldText(path),
      related: [{ message: 'first here', ...placeOf(first) }],
      ...placeOf(path),
    });
  }
  return found;
}
