import { looksRandom, secretName, type LeakKind } from './secret-forms.js';

/** Text between the start of the line and a value: `      token: "`. Short, as it is looked at for many words. */
const longestName = 80;

/** Sealed ciphertext: RSA alone makes it longer than any token that is not recognised by its form. */
const longestOpaqueToken = 340;

function lineBefore(text: string, at: number): { readonly text: string; readonly start: number } {
  const start = Math.max(text.lastIndexOf('\n', at - 1) + 1, at - longestName);
  return { text: text.slice(start, at), start };
}

const fieldName = /(?:^|[\s,{["'\\-])([\w.\-/]+)\\?["']?\s*[:=]\s*(?:\\?["'])?$/;
const variableName = /\bname\\?["']?:\s*(?:\\?["'])?([\w.-]+)\\?["']?,?\s*$/;
const scheme = /\b(bearer|basic|token)\s+$/i;

const quote = new Set(['"', "'", '\\']);

/** How token, passwd, password, passphrase, secret, key, auth, bearer, credential and `value` end; basic, too. */
const endings = new Set(['en', 'wd', 'rd', 'se', 'et', 'ey', 'th', 'er', 'al', 'ls', 'ue', 'ic']);

/** Cheap sign that a name or a scheme stands before the word: nearly all words end here. */
function mayBeNamed(text: string, start: number): boolean {
  let at = start - 1;
  while (quote.has(text.charAt(at))) at--;
  const spaced = text.charAt(at) === ' ';
  while (text.charAt(at) === ' ') at--;
  const assigned = text.charAt(at) === ':' || text.charAt(at) === '=';
  if (assigned) at--;
  else if (!spaced) return false;
  while (quote.has(text.charAt(at))) at--;
  return endings.has(text.slice(at - 1, at + 1).toLowerCase());
}

/**
 * The kind of secret a word is by the name before it: `token: 8f3a…`, `Authorization: Bearer 8f3a…`, or the pair
 * `name: VAULT_TOKEN`, `value: 8f3a…` of an environment variable.
 *
 * Only a word that looks random is one: names of Secrets, keys of stores and templates stand after such names too.
 */
export function secretByName(text: string, start: number, end: number): LeakKind | undefined {
  if (!mayBeNamed(text, start)) return undefined;
  const line = lineBefore(text, start);
  const isScheme = scheme.test(line.text);
  let name = isScheme ? 'token' : fieldName.exec(line.text)?.[1];
  if (name === 'value' && line.start > 0) {
    name = variableName.exec(lineBefore(text, line.start - 1).text)?.[1] ?? variableName.exec(line.text)?.[1];
  }
  if (name === undefined || !secretName.test(name)) return undefined;
  if (end - start > longestOpaqueToken || !looksRandom(text.slice(start, end))) return undefined;
  return isScheme ? 'a bearer token' : 'a password or token';
}
