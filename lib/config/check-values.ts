import type { Diagnostic } from '../diagnostics/diagnostic.js';
import type { Subject } from './validate/subject.js';
import { validate } from './validate/validate.js';
import { valuesHint } from './values-hints.js';
import { chartValuesSchema } from './values-schema.js';

/** Keys of a chart's values that belong to Helm itself. */
const helmKeys = new Set(['global']);

/**
 * Every mistake in chart values, as far as their file alone shows it.
 *
 * Text that Helm reads as the number that is wanted passes, as the chart writes it down unquoted.
 */
export function checkValues(
  values: Readonly<Record<string, unknown>>,
  places: Pick<Subject, 'placeOf' | 'spellingOf' | 'hasPlainNumbers'>,
): Diagnostic[] {
  const { diagnostics } = validate(withoutHelmKeys(values), {
    schema: chartValuesSchema,
    ...places,
    hint: valuesHint,
    takesNull: true,
    takesNumbersAsText: true,
  });
  return [...diagnostics];
}

function withoutHelmKeys(values: Readonly<Record<string, unknown>>): Readonly<Record<string, unknown>> {
  const entries = Object.entries(values);
  const own = entries.filter(([key]) => !helmKeys.has(key));
  return own.length === entries.length ? values : Object.fromEntries(own);
}

/** Keys that the chart reads at the top of its values. */
export function isChartKey(key: string): boolean {
  return chartValuesSchema.properties !== undefined && Object.hasOwn(chartValuesSchema.properties, key);
}
