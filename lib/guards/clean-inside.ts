import { holdsCredential } from './kubeconfig-leak.js';
import { findLeaks, keyHeader, type Stretch } from './leak.js';

/** Characters; shorter texts are not worth a cut. */
const shortestInside = 64;

/**
 * A line that no secret of several lines goes on with: its first word is a key of the map.
 * No word before it is looked at beyond that colon.
 */
const keyLine = /^ *(?:- )*[\w./-]+:(?: |$)/;

/** A line with something on it that a name before a secret is not looked for across. */
const hasWord = /[A-Za-z0-9]/;

/**
 * The lines inside of a text of lines, such as that of a shared part, that hold no secret in whatever file it stands,
 * so that they need not be looked at in each; undefined where that cannot be told.
 *
 * What makes a word a secret stands in the two lines above it, and what makes it longer in lines that follow without
 * a key. So two whole lines at the beginning and all from the last key on are left to be looked at where they stand.
 * The one thing that tells from further away, the header of a private key, is for `findLeaks` to mind.
 */
export function cleanInside(text: string): Stretch | undefined {
  const lines = text.split('\n');
  const first = lines.findIndex((line, i) => i >= 3 && keyLine.test(line));
  const last = lines.findLastIndex((line) => keyLine.test(line));
  if (first === -1 || !lines.slice(first - 2, first).every((line) => hasWord.test(line))) return undefined;
  const start = lengthOf(lines.slice(0, first));
  const end = lengthOf(lines.slice(0, last));
  if (end - start < shortestInside || text.includes(keyHeader)) return undefined;
  // the break after it may stand before anything
  return findLeaks(`\n${text}\n`).length === 0 && !holdsCredential(text) ? { start, end } : undefined;
}

/** Of lines with the break at the end of each. */
function lengthOf(lines: readonly string[]): number {
  return lines.reduce((length, line) => length + line.length + 1, 0);
}
