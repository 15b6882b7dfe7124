import { fieldText } from '../config/validate/field-text.js';
import type { Diagnostic } from '../diagnostics/diagnostic.js';
import { readValues, type ReadValues } from '../helm/read-values.js';
import { isMap, type HelmMap } from '../helm/value.js';

/** Deepest table or list that is rendered; what contains itself has no end. */
const deepest = 100;

/**
 * The values of a call, read as Helm reads them where they are a text; none stand for no values.
 *
 * Reports VALUES_UNREADABLE, for what no values file can hold as well: numbers without a value, functions, instances
 * of classes.
 */
export function valuesOf(given: unknown, file: string | undefined): ReadValues {
  if (typeof given === 'string') return readValues(given, file);
  const values = given ?? {};
  const found = isPlainMap(values) ? strangeIn(values, 0) : { steps: [], what: 'no table' };
  return found === undefined ? asRead(values) : { ...asRead({}), diagnostics: [unreadable(found)] };
}

/** Values that hold nothing that no file can hold. */
export function asRead(values: unknown): ReadValues {
  return { values: values as HelmMap, place: () => undefined, diagnostics: [] };
}

/** What is wrong at a place of the values. */
interface Strange {
  readonly steps: readonly (string | number)[];
  readonly what: string;
}

/** The first value below another that JSON does not know; its path is put together on the way back. */
function strangeIn(value: unknown, depth: number): Strange | undefined {
  switch (typeof value) {
    case 'string':
    case 'boolean':
    case 'bigint':
      return undefined;
    case 'number':
      return Number.isFinite(value) ? undefined : { steps: [], what: `${value}, no number of JSON` };
    case 'object':
      break;
    default:
      return { steps: [], what: value === undefined ? 'nothing' : `a ${typeof value}` };
  }
  if (value === null) return undefined;
  if (depth > deepest) return { steps: [], what: `nested more than ${deepest} levels deep` };
  if (Array.isArray(value)) {
    for (let i = 0; i < value.length; i++) {
      const found = strangeIn(value[i], depth + 1);
      if (found !== undefined) return { ...found, steps: [i, ...found.steps] };
    }
    return undefined;
  }
  if (!isPlainMap(value)) return { steps: [], what: 'an instance of a class' };
  for (const key in value) {
    const item = value[key];
    if (item === undefined || typeof item === 'string') continue;
    const found = strangeIn(item, depth + 1);
    if (found !== undefined) return { ...found, steps: [key, ...found.steps] };
  }
  return undefined;
}

/** A table as literals and parsers make them, of whatever realm. */
function isPlainMap(value: unknown): value is HelmMap {
  if (!isMap(value)) return false;
  const prototype: unknown = Object.getPrototypeOf(value);
  return prototype === Object.prototype || prototype === null || Object.getPrototypeOf(prototype) === null;
}

function unreadable({ steps, what }: Strange): Diagnostic {
  const isEndless = steps.length > deepest;
  const path = isEndless ? '' : fieldText(steps);
  return {
    code: 'VALUES_UNREADABLE',
    severity: 'error',
    message: path === '' ? `the values are ${what}` : `\`${path}\` is ${what}`,
    why: 'values are a table of texts, numbers, booleans, null, lists and tables, as a values file holds them',
    ...(path !== '' && { path }),
  };
}
