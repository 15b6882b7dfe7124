import { BeyondPlain } from './beyond-plain.js';

const constants: ReadonlyMap<string, unknown> = new Map<string, unknown>([
  ...['~', 'null', 'Null', 'NULL'].map((word): [string, unknown] => [word, null]),
  ...['true', 'True', 'TRUE'].map((word): [string, unknown] => [word, true]),
  ...['false', 'False', 'FALSE'].map((word): [string, unknown] => [word, false]),
]);

/** Everything that the core schema of YAML 1.2 may read as a number. */
const maybeNumber = /^[-+.\d]/;
const decimal = /^(?:0|[1-9]\d{0,14})(?:\.\d{1,15})?$/;
const number =
  /^(?:[-+]?\d+|0o[0-7]+|0x[\da-fA-F]+|[-+]?(?:\.\d+|\d+(?:\.\d*)?)(?:[eE][-+]?\d+)?|[-+]?\.(?:inf|Inf|INF)|\.(?:nan|NaN|NAN))$/;

/** Value of an unquoted scalar by the core schema of YAML 1.2; odd spellings of numbers are left to others. */
export function plainScalar(text: string): unknown {
  if (maybeNumber.test(text)) {
    if (decimal.test(text) && !(text.includes('.') && Number.isInteger(Number(text)))) return Number(text);
    if (number.test(text)) throw new BeyondPlain();
    return text;
  }
  return constants.has(text) ? constants.get(text) : text;
}

/** Text of a key; words that YAML reads as something else than text are left to others. */
export function plainKey(text: string): string {
  if (constants.has(text) || text === '__proto__') throw new BeyondPlain();
  return text;
}
