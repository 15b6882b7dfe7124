import { Ajv, type ValidateFunction } from 'ajv';

/** A schema as a CustomResourceDefinition holds it; only what this oracle looks at is named. */
export interface CrdSchema {
  readonly type?: string;
  readonly nullable?: boolean;
  readonly enum?: readonly unknown[];
  readonly required?: readonly string[];
  readonly properties?: Readonly<Record<string, CrdSchema>>;
  readonly additionalProperties?: CrdSchema | boolean;
  readonly items?: CrdSchema;
  readonly minItems?: number;
  readonly minimum?: number;
  readonly maximum?: number;
  readonly pattern?: string;
  readonly 'x-kubernetes-preserve-unknown-fields'?: boolean;
  readonly 'x-kubernetes-embedded-resource'?: boolean;
  readonly 'x-kubernetes-int-or-string'?: boolean;
}

/**
 * What an API server makes of an object of a custom kind, from the CRD's own schema: null fields are dropped unless
 * nullable, an unknown field is a mistake, and the rest is plain OpenAPI validation.
 */
export function crdOracle(schema: CrdSchema): (object: unknown) => boolean {
  const validate = openApi(schema);
  return (object) => {
    const copy: unknown = structuredClone(object);
    return prune(schema, copy, true) === 0 && validate(copy);
  };
}

function openApi(schema: CrdSchema): ValidateFunction {
  const regExp = Object.assign(
    (pattern: string, flags: string) =>
      pattern.includes('(?i)') ? new RegExp(pattern.replace('(?i)', ''), 'i') : new RegExp(pattern, flags),
    { code: 'new RegExp' },
  );
  const ajv = new Ajv({ strict: false, validateFormats: false, unicodeRegExp: false, code: { regExp } });
  // int-or-string stands in the CRDs as an anyOf too, but not always
  ajv.addKeyword({
    keyword: 'x-kubernetes-int-or-string',
    schemaType: 'boolean',
    validate: (_: boolean, value: unknown) => typeof value === 'string' || Number.isInteger(value),
  });
  return ajv.compile(schema);
}

/** Drops null fields as an API server does, and counts the fields that the schema does not know. */
function prune(schema: CrdSchema, value: unknown, isRoot = false): number {
  if (Array.isArray(value)) {
    return schema.items ? value.reduce<number>((sum, item) => sum + prune(schema.items ?? {}, item), 0) : 0;
  }
  if (typeof value !== 'object' || value === null) return 0;
  const fields = value as Record<string, unknown>;
  let unknown = 0;
  for (const key of Object.keys(fields)) {
    const isGeneral = isRoot || schema['x-kubernetes-embedded-resource'] === true;
    if (isGeneral && ['apiVersion', 'kind', 'metadata'].includes(key)) continue;
    const own =
      schema.properties?.[key] ??
      (typeof schema.additionalProperties === 'object' && schema.additionalProperties);
    if (own) {
      if (fields[key] === null && own.nullable !== true) Reflect.deleteProperty(fields, key);
      else unknown += prune(own, fields[key]);
    } else if (
      schema['x-kubernetes-preserve-unknown-fields'] !== true &&
      schema.additionalProperties !== true
    ) {
      unknown += 1;
    }
  }
  return unknown;
}
