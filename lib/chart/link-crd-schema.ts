/** A node of an OpenAPI v3 schema as a CustomResourceDefinition holds it. */
export type OpenApi = Readonly<Record<string, unknown>>;

/** A string field. */
export function text(description: string): OpenApi {
  return { description, type: 'string' };
}

/** An object field with the named properties. */
export function named(description: string, properties: Readonly<Record<string, OpenApi>>): OpenApi {
  return { description, type: 'object', properties };
}

/** A list of strings. */
export function stringList(): OpenApi {
  return { type: 'array', items: { type: 'string' } };
}
