import { codeCatalogue } from '../../diagnostics/codes/index.js';
import type { Diagnostic } from '../../diagnostics/diagnostic.js';
import { closest } from '../../diagnostics/suggest.js';
import type { FleetConfig } from '../fleet-config.js';
import type { PlaceOf } from '../loaded-config.js';
import { unsuppressible } from '../../guards/unsuppressible.js';
import { fieldText } from '../validate/field-text.js';

/** Suppressions of codes that do not exist, or must not be. Reports SUPPRESSION_CODE_UNKNOWN, SUPPRESSION_FORM. */
export function suppressionChecks(fleet: Pick<FleetConfig, 'suppress'>, placeOf: PlaceOf): Diagnostic[] {
  return (fleet.suppress ?? []).flatMap(({ code }, i): Diagnostic[] => {
    const path = ['suppress', i, 'code'];
    if (unsuppressible.has(code)) {
      return [
        {
          code: 'SUPPRESSION_FORM',
          severity: 'error',
          message: `\`${code}\` cannot be suppressed`,
          why: 'whoever reads the repository would have the secret',
          fix: 'take the secret out and revoke it; `linkspan explain SECRET_LEAKED` tells what counts as one',
          path: fieldText(path),
          ...placeOf(path),
        },
      ];
    }
    if (Object.hasOwn(codeCatalogue, code)) return [];
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
