import type { Diagnostic } from '../../diagnostics/diagnostic.js';
import type { FleetConfig } from '../fleet-config.js';
import type { FieldPath, PlaceOf } from '../loaded-config.js';
import { normalizedName } from '../normalized-name.js';
import { fieldText } from '../validate/field-text.js';

/**
 * Names that must differ between clusters: Argo CD's names of them, and the names of their Applications.
 *
 * Reports CLUSTER_NAME_TWICE and ARGOCD_APPLICATION_NAME.
 */
export function argocdNameChecks(fleet: FleetConfig, placeOf: PlaceOf): Diagnostic[] {
  const found: Diagnostic[] = [];
  const firsts = new Map<string, FieldPath>();
  const template = fleet.argocd?.applicationName ?? '{nameNormalized}';
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
  found.push(...(fleet.argocd === undefined ? [] : sameApplications(fleet, template, placeOf)));
  if (firsts.size > 1 && !/\{name(Normalized)?\}/.test(template)) {
    found.push({
      code: 'ARGOCD_APPLICATION_NAME',
      severity: 'error',
      message: `all ${firsts.size} Applications would be called \`${template}\``,
      why: 'Argo CD refuses an ApplicationSet that makes two Applications of one name',
      fix: `write \`{nameNormalized}-${template}\``,
      path: 'argocd.applicationName',
      ...placeOf(['argocd', 'applicationName']),
    });
  }
  return found;
}

/** Names that differ for Argo CD, but not once they are normalized into the name of an Application. */
function sameApplications(fleet: FleetConfig, template: string, placeOf: PlaceOf): Diagnostic[] {
  if (!template.includes('{nameNormalized}') || template.includes('{name}')) return [];
  const firsts = new Map<string, { readonly key: string; readonly name: string }>();
  return Object.entries(fleet.clusters).flatMap(([key, cluster]) => {
    const name = cluster?.argocdName ?? key;
    const normalized = normalizedName(name);
    const first = firsts.get(normalized);
    if (first === undefined) {
      firsts.set(normalized, { key, name });
      return [];
    }
    // names that differ in case alone are told as the same name already
    if (first.name.toLowerCase() === name.toLowerCase()) return [];
    const diagnostic: Diagnostic = {
      code: 'ARGOCD_APPLICATION_NAME',
      severity: 'error',
      message: `the Applications of ${first.key} and ${key} would both be called \`${template.replace('{nameNormalized}', normalized)}\``,
      why: 'Argo CD makes neither of two Applications of one name',
      fix: 'rename one of the clusters in Argo CD: other characters than letters, digits, dots and dashes all become dashes',
      cluster: key,
      path: fieldText(['clusters', key]),
      ...placeOf(['clusters', key]),
    };
    return [diagnostic];
  });
}
