import { codeCatalogue } from '../../diagnostics/codes/index.js';
import type { Diagnostic } from '../../diagnostics/diagnostic.js';
import { closest } from '../../diagnostics/suggest.js';
import type { FleetConfig } from '../fleet-config.js';
import type { PlaceOf } from '../loaded-config.js';
import { fieldText } from '../validate/field-text.js';

/** Suppressions of codes that do not exist. Reports SUPPRESSION_CODE_UNKNOWN. */
export function suppressionChecks(fleet: Pick<FleetConfig, 'suppress'>, placeOf: PlaceOf): Diagnostic[] {
  return (fleet.suppress ?? []).flatMap(({ code }, i): Diagnostic[] => {
    if (Object.hasOwn(codeCatalogue, code)) return [];
    const path = ['suppress', i, 'code'];
    const meant = closest(code, Object.keys(codeCatalogue));
    return [
      {
        code: 'SUPPRESSION_CODE_UNKNOWN',
        severity: 'error',
        message: `there is no diagnostic \`${code}\``,
        fix: meant === undefined ? 'write the code as it is reported' : `write \`${meant}\``,
        path: fieldText(path),
        ...placeOf(path),
      },
    ];
  });
}
