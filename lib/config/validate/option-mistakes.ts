import { closest } from '../../diagnostics/suggest.js';
import { shortened } from './field-text.js';
import type { Mistake } from './type-mistakes.js';

/** A value that is none of the options; the one that was meant is named, where one is near. */
export function notAnOption(field: string, value: unknown, options: readonly unknown[]): Mistake {
  // the empty text is an option beside numbers alone
  if (options.length === 1 && options[0] === '') return noNumber(field, value);
  const words = options.map(String);
  const meant = closest(String(value), words);
  return {
    message: `${field} cannot be \`${String(value)}\``,
    fix:
      meant === undefined
        ? `write one of ${words.map((word) => `\`${word}\``).join(', ')}`
        : `write \`${meant}\``,
  };
}

function noNumber(field: string, value: unknown): Mistake {
  const text = String(value);
  const isNumber = /^(?:0|[1-9]\d*)$/.test(text);
  return {
    message: `${field} must be a number, or empty, but \`${shortened(text)}\` is text`,
    fix: isNumber ? `write ${text}, without quotes` : 'write a number, or `""`',
  };
}

/** Keys of several kinds of entries in one entry. */
export function severalKinds(keys: readonly string[]): Mistake {
  return {
    message: `${keys.map((key) => `\`${key}\``).join(' and ')} stand in one entry`,
    why: 'an entry is one of them, and which one was meant cannot be told',
    fix: 'make them entries of their own',
  };
}

/** An entry without a key that would tell its kind. */
export function noKind(field: string, keys: readonly string[]): Mistake {
  return {
    message: `${field} is empty`,
    fix: `write one of ${keys.map((key) => `\`${key}\``).join(', ')}`,
  };
}
