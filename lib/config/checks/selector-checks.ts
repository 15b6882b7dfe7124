import type { Diagnostic } from '../../diagnostics/diagnostic.js';
import type { FleetConfig } from '../fleet-config.js';
import type { FieldPath, PlaceOf } from '../loaded-config.js';
import type { LinkOptions, SelectorConfig } from '../topology-config.js';
import { fieldText } from '../validate/field-text.js';

const selectors = ['selector', 'remoteDiscoverySelector', 'federatedServiceSelector'] as const;

/** Terms of selectors that the controller refuses, and selectors without any. Reports CONFIG_SELECTOR. */
export function selectorChecks(fleet: FleetConfig, placeOf: PlaceOf): Diagnostic[] {
  return (fleet.topology ?? []).flatMap((shape, i) =>
    Object.entries(shape).flatMap(([tag, options]) =>
      selectors.flatMap((name) => {
        const selector = (options as LinkOptions)[name];
        return selector === undefined ? [] : checksOf(selector, ['topology', i, tag, name], placeOf);
      }),
    ),
  );
}

function checksOf(selector: SelectorConfig, path: FieldPath, placeOf: PlaceOf): Diagnostic[] {
  const terms = selector.matchExpressions ?? [];
  const found = terms.flatMap((term, i): Diagnostic[] => {
    const needsValues = term.operator === 'In' || term.operator === 'NotIn';
    if (needsValues === (term.values ?? []).length > 0) return [];
    const at = [...path, 'matchExpressions', i, needsValues ? 'operator' : 'values'];
    return [
      {
        code: 'CONFIG_SELECTOR',
        severity: 'error',
        message: `the operator \`${term.operator}\` takes ${needsValues ? 'at least one value' : 'no values'}`,
        why: 'the controller logs such a selector as invalid and mirrors nothing',
        fix: needsValues ? 'add `values:`' : 'remove `values`',
        path: fieldText(at),
        ...placeOf(at),
      },
    ];
  });
  if (terms.length > 0 || Object.keys(selector.matchLabels ?? {}).length > 0) return found;
  return [
    {
      code: 'CONFIG_SELECTOR',
      severity: 'error',
      message: 'a selector without terms matches no Service',
      why: 'unlike elsewhere in Kubernetes, an empty selector of a Link matches nothing',
      fix: 'name a label, or remove the selector to get the usual one',
      path: fieldText(path),
      ...placeOf(path, 'key'),
    },
  ];
}
