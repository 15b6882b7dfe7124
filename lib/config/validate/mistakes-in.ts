import type { Diagnostic } from '../../diagnostics/diagnostic.js';
import type { FieldPath } from '../loaded-config.js';
import { fieldText, shortened, spelled } from './field-text.js';
import { formatMistake } from './formats.js';
import { dereference, hasType, jsonTypeOf, typesOf, type JsonSchema, type JsonType } from './json-schema.js';
import { missingKey } from './missing-key.js';
import { noKind, notAnOption, severalKinds } from './option-mistakes.js';
import { rangeMistake } from './range-mistakes.js';
import { typeMistake, wholeFile, type Mistake } from './type-mistakes.js';
import type { Subject, Validation } from './subject.js';
import { unknownKey } from './unknown-key.js';

/**
 * Every way in which `data` is not what the schema says, in the words of the file.
 *
 * Reports CONFIG_TYPE, CONFIG_RANGE, CONFIG_FORMAT, CONFIG_UNKNOWN_KEY and CONFIG_MISSING_KEY. A schema is read rather
 * than compiled: of alternatives, the one that was meant is told apart by its key or type and reported alone.
 */
export function mistakesIn(data: unknown, subject: Subject): Validation {
  const validator = new Validator(subject);
  validator.value(data, subject.schema);
  return validator;
}

/** Mistakes of one file from which on the meaning of unknown keys is not searched any more. */
const maxSearches = 200;

class Validator implements Validation {
  readonly diagnostics: Diagnostic[] = [];
  readonly unsound: FieldPath[] = [];
  readonly #subject: Subject;
  /** Path of the value that is looked at. */
  readonly #path: (string | number)[] = [];

  constructor(subject: Subject) {
    this.#subject = subject;
  }

  value(value: unknown, reference: JsonSchema): void {
    const schema = dereference(reference, this.#subject.schema);
    if (value === null && this.#subject.takesNull === true) return;
    if (schema.anyOf !== undefined) {
      this.#alternatives(value, schema.anyOf);
      return;
    }
    const types = typesOf(schema);
    if (!hasType(value, types) && !this.#isNumberAsText(value, types)) {
      const isTextList =
        schema.items !== undefined && hasType('', typesOf(dereference(schema.items, this.#subject.schema)));
      const { format } = schema;
      const wanted = { types, keys: Object.keys(schema.properties ?? {}), isTextList, format };
      this.#mistake('CONFIG_TYPE', typeMistake(this.#field(), value, wanted, this.#spelling(value)));
      return;
    }
    if (Array.isArray(value)) this.#list(value, schema);
    else if (typeof value === 'object' && value !== null)
      this.#mapping(value as Record<string, unknown>, schema);
    else this.#scalar(value, schema);
  }

  #isNumberAsText(value: unknown, types: readonly JsonType[]): boolean {
    if (this.#subject.takesNumbersAsText !== true || typeof value !== 'string') return false;
    return (types.includes('number') || types.includes('integer')) && /^(0|[1-9]\d{0,14})$/.test(value);
  }

  #scalar(value: unknown, schema: JsonSchema): void {
    const options = schema.const === undefined ? schema.enum : [schema.const];
    if (options !== undefined) {
      if (!options.includes(value)) this.#mistake('CONFIG_TYPE', notAnOption(this.#field(), value, options));
      return;
    }
    if (typeof value === 'number') this.#number(value, schema);
    if (typeof value !== 'string') return;
    const mistake = formatMistake(value, schema);
    if (mistake !== undefined) {
      this.#mistake('CONFIG_FORMAT', { ...mistake, message: `${this.#field()}: ${mistake.message}` });
    }
  }

  #number(value: number, schema: JsonSchema): void {
    if (this.#subject.hasPlainNumbers !== true && typesOf(schema).includes('integer'))
      this.#spelledNumber(value);
    if (value >= (schema.minimum ?? -Infinity) && value <= (schema.maximum ?? Infinity)) return;
    const mistake = rangeMistake(this.#field(), value, schema);
    if (mistake !== undefined) this.#mistake('CONFIG_RANGE', mistake);
  }

  #spelledNumber(value: number): void {
    const spelling = this.#subject.spellingOf(this.#path);
    if (spelling === undefined || /^-?(0|[1-9]\d*)$/.test(spelling)) return;
    this.#mistake('CONFIG_TYPE', {
      message: `${this.#field()} is written as \`${shortened(spelling)}\``,
      why: 'readers of YAML differ on leading zeros, exponents, underscores and prefixes',
      fix: `write ${value}`,
    });
  }

  #list(list: readonly unknown[], schema: JsonSchema): void {
    const mistake = rangeMistake(
      this.#field(),
      list.length,
      {
        ...(schema.minItems === undefined ? {} : { minimum: schema.minItems }),
        ...(schema.maxItems === undefined ? {} : { maximum: schema.maxItems }),
      },
      'entries',
    );
    if (mistake !== undefined) this.#mistake('CONFIG_RANGE', mistake);
    const { items } = schema;
    if (items === undefined) return;
    list.forEach((item, i) => {
      this.#at(i, () => {
        this.value(item, items);
      });
    });
  }

  #mapping(mapping: Readonly<Record<string, unknown>>, schema: JsonSchema): void {
    if (Object.keys(mapping).length < (schema.minProperties ?? 0)) {
      this.#report(
        'CONFIG_RANGE',
        { message: `${this.#field()} is empty`, fix: 'write at least one' },
        'key',
      );
    }
    for (const key of schema.required ?? []) {
      if (!Object.hasOwn(mapping, key)) this.#missing(key, schema);
    }
    for (const [key, value] of Object.entries(mapping)) {
      const property =
        schema.properties !== undefined && Object.hasOwn(schema.properties, key)
          ? schema.properties[key]
          : undefined;
      this.#at(key, () => {
        if (property !== undefined) this.value(value, property);
        else this.#additional(key, value, schema);
      });
    }
  }

  #additional(key: string, value: unknown, schema: JsonSchema): void {
    if (schema.additionalProperties === false) {
      const { schema: root, hint } = this.#subject;
      this.#report(
        'CONFIG_UNKNOWN_KEY',
        unknownKey({
          key,
          value,
          path: [...this.#path],
          schema,
          root,
          search: this.diagnostics.length < maxSearches,
          ...(hint === undefined ? {} : { hint }),
        }),
        'key',
      );
      return;
    }
    if (schema.propertyNames !== undefined) {
      const mistake = formatMistake(key, dereference(schema.propertyNames, this.#subject.schema));
      if (mistake !== undefined) {
        this.#report(
          'CONFIG_FORMAT',
          { ...mistake, message: `the key \`${key}\`: ${mistake.message}` },
          'key',
        );
      }
    }
    if (typeof schema.additionalProperties === 'object') this.value(value, schema.additionalProperties);
  }

  /** Finds the alternative that was meant, by the type of the value, then by the key that tells mappings apart. */
  #alternatives(value: unknown, references: readonly JsonSchema[]): void {
    const all = references.map((reference) => dereference(reference, this.#subject.schema));
    const fitting = all.filter((schema) => hasType(value, typesOf(schema)));
    const [only] = fitting;
    if (only === undefined) {
      const keys = all.flatMap((schema) => Object.keys(schema.properties ?? {}));
      const wanted = { types: all.flatMap(typesOf), keys };
      this.#mistake('CONFIG_TYPE', typeMistake(this.#field(), value, wanted, this.#spelling(value)));
    } else if (fitting.length === 1) this.value(value, only);
    else if (jsonTypeOf(value) === 'object') this.#tagged(value as Record<string, unknown>, fitting);
    else this.#scalar(value, { enum: fitting.flatMap((schema) => schema.enum ?? [schema.const]) });
  }

  #tagged(mapping: Readonly<Record<string, unknown>>, schemas: readonly JsonSchema[]): void {
    const tagOf = (schema: JsonSchema): string => schema.required?.[0] ?? '';
    const named = schemas.filter((schema) => Object.hasOwn(mapping, tagOf(schema)));
    const [only] = named;
    if (only !== undefined && named.length === 1) {
      this.#mapping(mapping, only);
      return;
    }
    if (only !== undefined) {
      this.#report('CONFIG_TYPE', severalKinds(named.map(tagOf)));
      return;
    }
    if (Object.keys(mapping).length === 0) {
      this.#report('CONFIG_MISSING_KEY', noKind(this.#field(), schemas.map(tagOf)));
      return;
    }
    // of no kind that anything could be made of
    this.unsound.push([...this.#path]);
    const schema: JsonSchema = {
      properties: Object.assign({}, ...schemas.map((s) => s.properties ?? {})) as Record<string, JsonSchema>,
    };
    for (const [other, value] of Object.entries(mapping)) {
      this.#at(other, () => {
        this.#additional(other, value, { ...schema, additionalProperties: false });
      });
    }
  }

  #missing(key: string, schema: JsonSchema): void {
    this.#report('CONFIG_MISSING_KEY', missingKey(this.#field(), key, schema.properties?.[key]), 'key');
  }

  #at(step: string | number, visit: () => void): void {
    this.#path.push(step);
    visit();
    this.#path.pop();
  }

  #field(): string {
    return this.#path.length === 0 ? wholeFile : `\`${fieldText(this.#path)}\``;
  }

  #spelling(value: unknown): string {
    return this.#subject.spellingOf(this.#path) ?? spelled(value);
  }

  #mistake(code: Diagnostic['code'], mistake: Mistake): void {
    this.#report(code, mistake);
  }

  #report(code: Diagnostic['code'], mistake: Mistake, part?: 'key' | 'value'): void {
    const path = [...this.#path];
    if (code === 'CONFIG_TYPE' || code === 'CONFIG_MISSING_KEY') this.unsound.push(path);
    this.diagnostics.push({
      code,
      severity: 'error',
      ...mistake,
      ...(path.length === 0 ? {} : { path: fieldText(path) }),
      ...this.#subject.placeOf(path, part),
    });
  }
}
