import type { LoadedConfig } from '../config/loaded-config.js';
import { normalizedName } from '../config/normalized-name.js';
import { isObjectName } from '../config/validate/dns-names.js';
import { fieldText } from '../config/validate/field-text.js';
import type { Diagnostic } from '../diagnostics/diagnostic.js';
import { accessAccountName } from './access-accounts.js';
import { fillTemplate } from './template.js';

/**
 * Accounts that are called after a cluster as Argo CD calls it, where the API server takes no such name: those that
 * source clusters use in their targets, and scrapers.
 *
 * Reports ACCESS_ACCOUNT_NAME once for a cluster, where it is called so. `sources` are the clusters that have Links.
 */
export function accountNames(config: LoadedConfig, sources: ReadonlySet<string>): Diagnostic[] {
  const { clusters, monitoring } = config.fleet;
  return Object.entries(clusters).flatMap(([cluster, entry]) => {
    const argocdName = entry?.argocdName;
    if (argocdName === undefined) return [];
    const accounts = [
      ...(sources.has(cluster) ? [accessAccountName(argocdName)] : []),
      ...(monitoring?.scrapers ?? []).map(({ serviceAccount }) =>
        fillTemplate(serviceAccount, { cluster, argocdName }),
      ),
    ];
    const wrong = accounts.find((account) => !isObjectName(account));
    if (wrong === undefined) return [];
    const path = ['clusters', cluster, 'argocdName'];
    const diagnostic: Diagnostic = {
      code: 'ACCESS_ACCOUNT_NAME',
      severity: 'error',
      message: `no account can be called after \`${argocdName}\`: it would be \`${wrong}\``,
      why: 'the API server takes only small letters, digits, dashes and dots as the name of an account',
      fix: `call the cluster \`${normalizedName(argocdName)}\` in Argo CD, and write that name`,
      cluster,
      path: fieldText(path),
      ...config.placeOf(path),
    };
    return [diagnostic];
  });
}
