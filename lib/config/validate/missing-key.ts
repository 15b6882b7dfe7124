import type { JsonSchema } from './json-schema.js';
import type { Mistake } from './type-mistakes.js';

/** A key that the schema asks for, and what it is for. */
export function missingKey(field: string, key: string, property: JsonSchema | undefined): Mistake {
  return {
    message: `${field} has no \`${key}\``,
    ...(property?.description === undefined ? {} : { why: sentence(property.description) }),
    fix: `add \`${key}:\``,
  };
}

/** The first sentence of a description, as part of a message. */
function sentence(description: string): string {
  const [first = ''] = description.split(/[.;](?:\s|$)/);
  return first.charAt(0).toLowerCase() + first.slice(1);
}
