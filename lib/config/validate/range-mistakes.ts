import type { JsonSchema } from './json-schema.js';
import type { Mistake } from './type-mistakes.js';

/** A number outside of what the schema takes, or a count of `unit` outside of it. */
export function rangeMistake(
  field: string,
  value: number,
  { minimum, maximum }: Pick<JsonSchema, 'minimum' | 'maximum'>,
  unit = '',
): Mistake | undefined {
  if ((minimum === undefined || value >= minimum) && (maximum === undefined || value <= maximum))
    return undefined;
  const range =
    minimum === undefined
      ? `at most ${maximum ?? ''}`
      : maximum === undefined
        ? `at least ${minimum}`
        : minimum === maximum
          ? `exactly ${minimum}`
          : `from ${minimum} to ${maximum}`;
  return {
    message: unit === '' ? `${field} is ${value}, out of its range` : `${field} has ${value} ${unit}`,
    fix: unit === '' ? `write a number ${range}` : `write ${range} ${unit}`,
  };
}
