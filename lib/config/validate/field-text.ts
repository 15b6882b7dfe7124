import { redact } from '../../guards/redact.js';
import type { FieldPath } from '../loaded-config.js';

/** A path as a message shows it: `topology[0].hubAndSpoke.hub`; keys that are no words are quoted. */
export function fieldText(path: FieldPath): string {
  let text = '';
  for (const step of path) {
    if (typeof step === 'number') text += `[${step}]`;
    else if (/^[\w-]+$/.test(step)) text += `${text === '' ? '' : '.'}${shortened(step)}`;
    else text += `[${JSON.stringify(shortened(step))}]`;
  }
  return text;
}

/** Longest word that a message quotes. */
const maxQuoted = 80;

/** A word as a message quotes it: on one line, without a secret, cut where it is too long to be read. */
export function shortened(word: string): string {
  // a secret is only known as one while it is whole
  const line = redact(word).replace(/\s+/g, ' ');
  return line.length > maxQuoted ? `${line.slice(0, maxQuoted)}…` : line;
}

/** A value of code as it would be written; what no file can hold, as JavaScript shows it. */
export function spelled(value: unknown): string {
  const isData = !['bigint', 'function', 'symbol'].includes(typeof value);
  return isData ? JSON.stringify(value) : String(value);
}
