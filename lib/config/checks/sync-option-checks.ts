import type { Diagnostic } from '../../diagnostics/diagnostic.js';
import { closest } from '../../diagnostics/suggest.js';
import type { FleetConfig } from '../fleet-config.js';
import type { PlaceOf } from '../loaded-config.js';
import { fieldText } from '../validate/field-text.js';

/** @see https://argo-cd.readthedocs.io/en/release-3.5/user-guide/sync-options/ */
const known = [
  'ApplyOutOfSyncOnly',
  'ClientSideApplyMigration',
  'CreateNamespace',
  'Delete',
  'FailOnSharedResource',
  'Force',
  'Prune',
  'PruneLast',
  'PrunePropagationPolicy',
  'Replace',
  'RespectIgnoreDifferences',
  'ServerSideApply',
  'SkipDryRunOnMissingResource',
  'Validate',
];

/** Sync options that are misspelt; others than those we know may be those of a later Argo CD. Reports SYNC_OPTION_NAME. */
export function syncOptionChecks({ argocd }: FleetConfig, placeOf: PlaceOf): Diagnostic[] {
  return (argocd?.syncOptions ?? []).flatMap((option, i): Diagnostic[] => {
    const [name = '', value] = option.split('=', 2);
    const meant = known.includes(name) ? name : closest(name, known);
    if (meant === undefined || (meant === name && value !== undefined)) return [];
    const path = ['argocd', 'syncOptions', i];
    return [
      {
        code: 'SYNC_OPTION_NAME',
        severity: 'warning',
        message:
          meant === name
            ? `the sync option \`${option}\` has no value`
            : `\`${name}\` is no sync option of Argo CD`,
        why: 'Argo CD passes over options that it does not know without a word',
        fix: `write \`${meant}=${value ?? 'true'}\``,
        path: fieldText(path),
        ...placeOf(path),
      },
    ];
  });
}
