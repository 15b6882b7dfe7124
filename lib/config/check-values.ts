import valuesSchema from '../../config/schema/values.schema.json' with { type: 'json' };
import type { Diagnostic } from '../diagnostics/diagnostic.js';
import type { Subject } from './validate/subject.js';
import { validate } from './validate/validate.js';
import type { JsonSchema } from './validate/json-schema.js';
import { valuesHint } from './values-hints.js';

/** Keys of a chart's values that belong to Helm itself. */
const helmKeys = new Set(['global']);

// the type that TypeScript infers for a JSON file is far narrower than what it means
const schema = valuesSchema as unknown as JsonSchema;

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
    schema,
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
  return schema.properties !== undefined && Object.hasOwn(schema.properties, key);
}
