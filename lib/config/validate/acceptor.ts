import { formatMistake } from './formats.js';
import { dereference, hasType, jsonTypeOf, typesOf, type JsonSchema } from './json-schema.js';
import type { Subject } from './subject.js';

/** True for a value in which `mistakesIn` finds nothing for certain; false where it may find something. */
type Accepts = (value: unknown) => boolean;

type Rules = Pick<Subject, 'schema' | 'hasPlainNumbers' | 'takesNull' | 'takesNumbersAsText'>;

const acceptors = new WeakMap<JsonSchema, Map<string, Accepts>>();

/** The quick way through a schema: compiled at the first use, it only tells that there is no mistake. */
export function acceptorOf({ schema, hasPlainNumbers, takesNull, takesNumbersAsText }: Rules): Accepts {
  const rules = {
    schema,
    hasPlainNumbers: hasPlainNumbers === true,
    takesNull: takesNull === true,
    takesNumbersAsText: takesNumbersAsText === true,
  };
  let known = acceptors.get(schema);
  if (known === undefined) acceptors.set(schema, (known = new Map<string, Accepts>()));
  const key = `${rules.hasPlainNumbers} ${rules.takesNull} ${rules.takesNumbersAsText}`;
  let accepts = known.get(key);
  if (accepts === undefined) known.set(key, (accepts = new Compiler(rules).compile(schema)));
  return accepts;
}

/** A number that the chart's templates write without its quotes. */
const numberText = /^(0|[1-9]\d{0,14})$/;

class Compiler {
  readonly #rules: Required<Rules>;
  readonly #compiled = new Map<JsonSchema, Accepts>();

  constructor(rules: Required<Rules>) {
    this.#rules = rules;
  }

  compile(reference: JsonSchema): Accepts {
    const schema = dereference(reference, this.#rules.schema);
    const known = this.#compiled.get(schema);
    if (known !== undefined) return known;
    // schemas may contain themselves; by the first call this has been replaced
    this.#compiled.set(schema, (value) => this.#compiled.get(schema)?.(value) === true);
    const ofValue = schema.anyOf === undefined ? this.#plain(schema) : this.#alternatives(schema.anyOf);
    const accepts: Accepts = this.#rules.takesNull ? (value) => value === null || ofValue(value) : ofValue;
    this.#compiled.set(schema, accepts);
    return accepts;
  }

  #plain(schema: JsonSchema): Accepts {
    const types = typesOf(schema);
    const isNumber = types.includes('number') || types.includes('integer');
    const takesText = isNumber && this.#rules.takesNumbersAsText;
    const list = this.#list(schema);
    const mapping = this.#mapping(schema);
    const scalar = this.#scalar(schema);
    return (value) => {
      if (!hasType(value, types)) return takesText && typeof value === 'string' && numberText.test(value);
      if (typeof value !== 'object' || value === null) return scalar(value);
      return Array.isArray(value) ? list(value) : mapping(value as Record<string, unknown>);
    };
  }

  #scalar(schema: JsonSchema): Accepts {
    const options = schema.const === undefined ? schema.enum : [schema.const];
    if (options !== undefined) return (value) => options.includes(value);
    const { minimum = -Infinity, maximum = Infinity } = schema;
    const mayBeOdd = typesOf(schema).includes('integer') && !this.#rules.hasPlainNumbers;
    const { format, pattern, minLength, maxLength, placeholders } = schema;
    const isFree = [format, pattern, minLength, maxLength, placeholders].every((each) => each === undefined);
    return (value) => {
      if (typeof value === 'string') return isFree || formatMistake(value, schema) === undefined;
      return typeof value !== 'number' || (!mayBeOdd && value >= minimum && value <= maximum);
    };
  }

  #list({ minItems = 0, maxItems = Infinity, items }: JsonSchema): (list: readonly unknown[]) => boolean {
    const item = items === undefined ? undefined : this.compile(items);
    return (list) => {
      if (list.length < minItems || list.length > maxItems) return false;
      return item === undefined || list.every(item);
    };
  }

  #mapping(schema: JsonSchema): (mapping: Readonly<Record<string, unknown>>) => boolean {
    const { minProperties = 0, required = [], propertyNames, additionalProperties } = schema;
    const properties = new Map<string, Accepts>();
    for (const [key, property] of Object.entries(schema.properties ?? {}))
      properties.set(key, this.compile(property));
    const names = propertyNames && dereference(propertyNames, this.#rules.schema);
    const additional =
      typeof additionalProperties === 'object' ? this.compile(additionalProperties) : undefined;
    return (mapping) => {
      let count = 0;
      for (const key in mapping) {
        count += 1;
        const property = properties.get(key);
        if (property !== undefined) {
          if (!property(mapping[key])) return false;
          continue;
        }
        if (additionalProperties === false) return false;
        if (names !== undefined && formatMistake(key, names) !== undefined) return false;
        if (additional !== undefined && !additional(mapping[key])) return false;
      }
      return count >= minProperties && required.every((key) => Object.hasOwn(mapping, key));
    };
  }

  /** One alternative by the type of the value; of several mappings the one whose first required key stands there. */
  #alternatives(references: readonly JsonSchema[]): Accepts {
    const all = references.map((reference) => dereference(reference, this.#rules.schema));
    const compiled = new Map(all.map((schema) => [schema, this.compile(schema)]));
    const options = (fitting: readonly JsonSchema[]): readonly unknown[] =>
      fitting.flatMap((schema) => schema.enum ?? [schema.const]);
    return (value) => {
      let fitting = all.filter((schema) => hasType(value, typesOf(schema)));
      if (fitting.length > 1) {
        if (jsonTypeOf(value) !== 'object') return options(fitting).includes(value);
        fitting = fitting.filter((schema) => Object.hasOwn(value as object, schema.required?.[0] ?? ''));
      }
      const [only] = fitting;
      return only !== undefined && fitting.length === 1 && compiled.get(only)?.(value) === true;
    };
  }
}
