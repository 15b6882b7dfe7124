import { closest } from '../../diagnostics/suggest.js';
import type { Mistake } from './type-mistakes.js';

/** A value that is none of the options; the one that was meant is named, where one is near. */
export function notAnOption(field: string, value: unknown, options: readonly unknown[]): Mistake {
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
