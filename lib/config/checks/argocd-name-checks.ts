import type { Diagnostic } from '../../diagnostics/diagnostic.js';
import type { FleetConfig } from '../fleet-config.js';
import type { FieldPath, PlaceOf } from '../loaded-config.js';
import { normalizedName } from '../normalized-name.js';
import { fieldText } from '../validate/field-text.js';

/**
 * Argo CD's names of the clusters, which must differ in more than case, and in what is left of them as the name of an
 * Application. Where the fleet file names the Applications, those are judged instead.
 *
 * Reports CLUSTER_NAME_TWICE.
 */
export function argocdNameChecks(fleet: FleetConfig, placeOf: PlaceOf): Diagnostic[] {
  const found: Diagnostic[] = [];
  const firsts = new Map<string, { readonly name: string; readonly path: FieldPath }>();
  for (const [key, cluster] of Object.entries(fleet.clusters)) {
    const name = cluster?.argocdName ?? key;
    const folded = fleet.argocd === undefined ? normalizedName(name) : name.toLowerCase();
    const path = cluster?.argocdName === undefined ? ['clusters', key] : ['clusters', key, 'argocdName'];
    const first = firsts.get(folded);
    if (first === undefined) {
      firsts.set(folded, { name, path });
      continue;
    }
    found.push({
      code: 'CLUSTER_NAME_TWICE',
      severity: 'error',
      ...(first.name.toLowerCase() === name.toLowerCase() ? twice(name) : alike(first.name, name, folded)),
      cluster: key,
      path: fieldText(path),
      related: [{ message: 'first here', ...placeOf(first.path) }],
      ...placeOf(path),
    });
  }
  return found;
}

type Words = Pick<Diagnostic, 'message' | 'why' | 'fix'>;

function twice(name: string): Words {
  return {
    message: `two clusters are called \`${name}\` by Argo CD`,
    why: 'their values file and their folder in the output would be the same, or differ in case alone',
    fix: 'give each cluster the name that Argo CD knows it by',
  };
}

function alike(first: string, second: string, folded: string): Words {
  return {
    message: `\`${first}\` and \`${second}\` are both \`${folded}\` where Argo CD normalizes names`,
    why: 'an ApplicationSet that names Applications by `nameNormalized` makes neither of two Applications of one name',
    fix: 'rename one of the clusters in Argo CD: other characters than letters, digits, dots and dashes all become dashes',
  };
}
