import { plainScalar as helmScalar } from '../../../helm/plain-scalar.js';
import { BeyondPlain } from './beyond-plain.js';
import type { PlainDialect } from './plain-dialect.js';

const constants: ReadonlyMap<string, unknown> = new Map<string, unknown>([
  ...['~', 'null', 'Null', 'NULL'].map((word): [string, unknown] => [word, null]),
  ...['true', 'True', 'TRUE'].map((word): [string, unknown] => [word, true]),
  ...['false', 'False', 'FALSE'].map((word): [string, unknown] => [word, false]),
]);

/** First characters of everything that is no text by either dialect: signs, digits, a dot, and letters of words. */
const notText = new Set(Array.from('+-0123456789.yYnNtTfFoO~', (character) => character.charCodeAt(0)));

const longestConstant = 5;

/** Numbers that every reader takes for the same: whole ones in plain digits, and fractions that are none. */
const decimal = /^(?:-?[1-9]\d{0,14}|0|-?(?:0|[1-9]\d{0,14})\.\d{0,14}[1-9]0*)$/;

/** Everything that the core schema of YAML 1.2 reads as a number. */
const number =
  /^(?:[-+]?\d+|0o[0-7]+|0x[\da-fA-F]+|[-+]?(?:\.\d+|\d+(?:\.\d*)?)(?:[eE][-+]?\d+)?|[-+]?\.(?:inf|Inf|INF)|\.(?:nan|NaN|NAN))$/;

function textOnly(text: string): string {
  if (text === '__proto__') throw new BeyondPlain();
  return text;
}

/** The core schema of YAML 1.2; odd spellings of numbers are left to others. */
export const plain12: PlainDialect = {
  scalar(text) {
    if (!notText.has(text.charCodeAt(0))) return text;
    if (decimal.test(text)) return Number(text);
    if (text.length <= longestConstant && constants.has(text)) return constants.get(text);
    if (number.test(text)) throw new BeyondPlain();
    return text;
  },
  key(text) {
    if (text.length <= longestConstant && constants.has(text)) throw new BeyondPlain();
    return textOnly(text);
  },
};

/** YAML 1.1 as Helm reads it; odd spellings of numbers, and keys that are no text, are left to others. */
export const plainHelm: PlainDialect = {
  scalar(text) {
    if (!notText.has(text.charCodeAt(0))) return text;
    if (decimal.test(text)) return Number(text);
    const value = helmScalar(text);
    if (typeof value === 'number') throw new BeyondPlain();
    return value;
  },
  key(text) {
    if (notText.has(text.charCodeAt(0)) && helmScalar(text) !== text) throw new BeyondPlain();
    return textOnly(text);
  },
};
