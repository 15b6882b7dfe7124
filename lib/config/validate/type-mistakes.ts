import { redact } from '../../guards/redact.js';
import { shortened } from './field-text.js';
import { jsonTypeOf, type JsonType } from './json-schema.js';

/** What is wrong with a value of the wrong type, and what to write instead. */
export interface Mistake {
  readonly message: string;
  readonly why?: string;
  readonly fix?: string;
}

/** What a value should have been, and the keys of its mapping if it should have been one. */
export interface Wanted {
  readonly types: readonly JsonType[];
  readonly keys?: readonly string[];
  /** Whether it should have been a list of texts, which people also write with commas. */
  readonly isTextList?: boolean;
  /** The schema's format, such as `go-duration`. */
  readonly format?: string;
}

/** What messages call the value at the root. */
export const wholeFile = 'the file';

/** A value of a type that the schema does not take; `spelling` is the value as it is written. */
export function typeMistake(field: string, value: unknown, wanted: Wanted, spelling: string): Mistake {
  const { types, keys = [] } = wanted;
  const nounsWanted = listed(types.filter((type) => type !== 'null').map((type) => nouns[type]));
  if (value === null || value === undefined) {
    if (field === wholeFile)
      return { message: 'the file is empty', fix: '`linkspan init` writes a small fleet to start from' };
    return {
      message: `${field} has no value where ${nounsWanted} is needed`,
      fix: 'write a value, or remove the key',
    };
  }
  const given = givenNoun(value, types);
  if (redact(spelling) !== spelling)
    return { message: `${field} must be ${nounsWanted}, and holds what looks like a secret` };
  const fix =
    types.includes('object') && !Array.isArray(value)
      ? mappingFix(field, value, keys)
      : conversion(value, wanted, spelling);
  return {
    message: `${field} must be ${nounsWanted}, but ${shown(value, spelling)} is ${given}`,
    ...(fix === undefined ? {} : { fix }),
  };
}

function givenNoun(value: unknown, types: readonly JsonType[]): string {
  if (typeof value === 'boolean') return 'a switch';
  return types.includes('integer') && typeof value === 'number'
    ? 'no whole number'
    : nouns[jsonTypeOf(value)];
}

/** A value as a message shows it: short, on one line. */
function shown(value: unknown, spelling: string): string {
  const type = jsonTypeOf(value);
  if (type === 'object') return 'what stands there';
  if (type === 'array') return 'what stands there';
  return `\`${shortened(spelling)}\``;
}

const nouns: Readonly<Record<JsonType, string>> = {
  array: 'a list',
  boolean: 'true or false',
  integer: 'a whole number',
  null: 'nothing',
  number: 'a number',
  object: 'a mapping',
  string: 'text',
};

function conversion(
  value: unknown,
  { types, isTextList, format }: Wanted,
  spelling: string,
): string | undefined {
  const scalar = typeof value === 'string' || typeof value === 'number' || typeof value === 'boolean';
  if (typeof value === 'number' && format?.endsWith('duration') === true)
    return `write ${value}s, with a unit`;
  if (scalar && types.includes('string')) return `write ${JSON.stringify(spelling)}, in quotes`;
  if (typeof value === 'string') {
    if (types.includes('boolean')) {
      if (/^(true|yes|on|y|1)$/i.test(value)) return 'write `true`';
      if (/^(false|no|off|n|0)$/i.test(value)) return 'write `false`';
      return 'write `true` or `false`';
    }
    const digits = value.replaceAll('_', '');
    if ((types.includes('integer') || types.includes('number')) && /^\d{1,15}$/.test(digits)) {
      return `write ${Number(digits)}, without quotes`;
    }
  }
  if (scalar && isTextList) {
    const items = String(value)
      .split(',')
      .map((item) => item.trim());
    return `write a list: [${items.join(', ')}]`;
  }
  if (types.includes('integer') && typeof value === 'number') return 'write a whole number';
  if (types.includes('array') && jsonTypeOf(value) === 'object') return 'begin each entry with `- `';
  if (types.includes('object') && Array.isArray(value)) return 'write `key: value` lines, without `- `';
  if (Array.isArray(value)) return 'write one value here, without brackets and `- `';
  if (typeof value === 'object') return 'write one value here, without keys below';
  if (types.includes('array')) return 'write a list, each entry on a line that begins with `- `';
  return undefined;
}

/** A switch that is a mapping is turned by its `enabled`; of other mappings the keys are told. */
function mappingFix(field: string, value: unknown, keys: readonly string[]): string {
  if (typeof value === 'boolean' && keys.includes('enabled')) {
    return `write \`${field.replaceAll('`', '')}.enabled: ${String(value)}\`, where each dot leads into a mapping`;
  }
  const some = keys.slice(0, 6).map((key) => `\`${key}:\``);
  return `write indented lines below${some.length === 0 ? '' : `, such as ${some.join(', ')}`}`;
}

function listed(words: readonly string[]): string {
  const unique = [...new Set(words)];
  return unique.length > 1
    ? `${unique.slice(0, -1).join(', ')} or ${unique.at(-1) ?? ''}`
    : (unique[0] ?? 'empty');
}
