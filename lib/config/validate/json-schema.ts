/** The part of JSON Schema that the schemas of what users write make use of. */
export interface JsonSchema {
  readonly $ref?: string;
  readonly type?: JsonType | readonly JsonType[];
  readonly description?: string;
  readonly properties?: Readonly<Record<string, JsonSchema>>;
  readonly minProperties?: number;
  readonly required?: readonly string[];
  readonly additionalProperties?: boolean | JsonSchema;
  readonly propertyNames?: JsonSchema;
  readonly items?: JsonSchema;
  readonly minItems?: number;
  readonly maxItems?: number;
  readonly anyOf?: readonly JsonSchema[];
  readonly enum?: readonly unknown[];
  readonly const?: unknown;
  readonly format?: string;
  readonly pattern?: string;
  readonly minLength?: number;
  readonly maxLength?: number;
  readonly minimum?: number;
  readonly maximum?: number;
  /** Names that `{…}` in the text may stand for; an annotation of ours. */
  readonly placeholders?: readonly string[];
  readonly definitions?: Readonly<Record<string, JsonSchema>>;
}

/** A type name of JSON Schema. */
export type JsonType = 'array' | 'boolean' | 'integer' | 'null' | 'number' | 'object' | 'string';

const targets = new WeakMap<JsonSchema, JsonSchema>();

/** The schema that a reference within `root` stands for. */
export function dereference(schema: JsonSchema, root: JsonSchema): JsonSchema {
  if (schema.$ref === undefined) return schema;
  const known = targets.get(schema);
  if (known !== undefined) return known;
  let target = schema;
  while (target.$ref !== undefined) {
    const name = decodeURIComponent(target.$ref.replace('#/definitions/', ''));
    const found = root.definitions?.[name];
    if (found === undefined) throw new Error(`the schema refers to ${target.$ref}, which it does not define`);
    target = found;
  }
  targets.set(schema, target);
  return target;
}

/** Types that a schema without `anyOf` takes; none means any. */
export function typesOf(schema: JsonSchema): readonly JsonType[] {
  if (schema.type === undefined) {
    const constant = schema.const ?? schema.enum?.[0];
    return constant === undefined ? [] : [jsonTypeOf(constant)];
  }
  return typeof schema.type === 'string' ? [schema.type] : schema.type;
}

/** Type of a value; a number is never `integer` here. */
export function jsonTypeOf(value: unknown): Exclude<JsonType, 'integer'> {
  if (value === null || value === undefined) return 'null';
  if (Array.isArray(value)) return 'array';
  const type = typeof value;
  if (type === 'boolean' || type === 'number' || type === 'string') return type;
  return 'object';
}

/** Whether a value is of one of the types. */
export function hasType(value: unknown, types: readonly JsonType[]): boolean {
  if (types.length === 0) return true;
  const type = jsonTypeOf(value);
  return types.includes(type) || (type === 'number' && types.includes('integer') && Number.isInteger(value));
}
