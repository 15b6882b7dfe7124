import { looksRandom, secretName, type LeakKind } from './secret-forms.js';

/** Text between the start of the line and a value: `      token: "`. Short, as it is looked at for many words. */
const longestName = 80;

/** Sealed ciphertext: RSA alone makes it longer than any token that is not recognised by its form. */
const longestOpaqueToken = 340;

const fieldName = /(?:^|[\s,{["'\\-])([\w.\-/]+)\\?["']?\s*[:=]\s*(?:\\?["'])?$/;
const variableName = /\bname\\?["']?:\s*(?:\\?["'])?([\w.-]+)\\?["']?\s*$/;
const flowVariable = /\bname\\?["']?:\s*(?:\\?["'])?([\w.-]+)\\?["']?,\s*\\?["']?value\\?["']?:/;
const scheme = /\b(bearer|basic|token)\s+$/i;

/** How token, passwd, password, passphrase, secret, key, auth, bearer, credential and `value` end; basic, too. */
const endings = new Set(
  ['en', 'wd', 'rd', 'se', 'et', 'ey', 'th', 'er', 'al', 'ls', 'ue', 'ic'].map((letters) =>
    pair(letters.charCodeAt(0), letters.charCodeAt(1)),
  ),
);

/** Two letters as a number, upper case like lower. */
function pair(first: number, second: number): number {
  return ((first | 0x20) << 16) | second | 0x20;
}

const isQuote = (code: number): boolean => code === 0x22 || code === 0x27 || code === 0x5c;
const isBlank = (code: number): boolean => code === 0x20 || code === 0x0a || code === 0x0d || code === 0x09;
const [colon, equals, tilde] = [0x3a, 0x3d, 0x7e];

/** What OpenShift writes before a token: `sha256~`. Its tilde is no part of a word. */
const tokenPrefix = 'sha256~';
const tokenLength = 43;

/**
 * Where the name or scheme before a word ends, by its last letters; 0 for nearly all words, which have none.
 * A line that was folded may have left it on the line above. Asked for every long word there is.
 */
function nameEnd(text: string, start: number): number {
  let at = start - 1;
  while (isQuote(text.charCodeAt(at))) at--;
  const spaced = isBlank(text.charCodeAt(at));
  while (isBlank(text.charCodeAt(at))) at--;
  const code = text.charCodeAt(at);
  if (code === colon || code === equals) at--;
  else if (!spaced) return 0;
  while (isQuote(text.charCodeAt(at))) at--;
  return endings.has(pair(text.charCodeAt(at - 1), text.charCodeAt(at))) ? at + 1 : 0;
}

/** The line that ends at `end`, or the last of it, with what stands between it and `to`. */
function lineUpTo(text: string, end: number, to: number): string {
  return text.slice(Math.max(text.lastIndexOf('\n', end - 1) + 1, end - longestName), to);
}

/**
 * The kind of secret a word is by the name before it: `token: 8f3a…`, `Authorization: Bearer 8f3a…`, or the pair
 * `name: VAULT_TOKEN`, `value: 8f3a…` of an environment variable.
 *
 * Only a word that looks random is one: names of Secrets, keys of stores and templates stand after such names too.
 */
export function secretByName(text: string, start: number, end: number): LeakKind | undefined {
  if (text.charCodeAt(start - 1) === tilde)
    return end - start >= tokenLength && text.endsWith(tokenPrefix, start) ? 'an OpenShift token' : undefined;
  const named = nameEnd(text, start);
  if (named === 0) return undefined;
  const line = lineUpTo(text, named, start);
  const isScheme = scheme.test(line);
  let name = isScheme ? 'token' : fieldName.exec(line)?.[1];
  if (name === 'value') {
    const lineStart = text.lastIndexOf('\n', named - 1);
    name = variableName.exec(lineUpTo(text, lineStart, lineStart))?.[1] ?? flowVariable.exec(line)?.[1];
  }
  if (name === undefined || !secretName.test(name)) return undefined;
  if (end - start > longestOpaqueToken || !looksRandom(text.slice(start, end))) return undefined;
  return isScheme ? 'a bearer token' : 'a password or token';
}
