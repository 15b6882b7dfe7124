import { Refusal } from './refusal.js';

/**
 * Escapes of one letter; go-yaml also takes `\\'`, and not `\\/`.
 * @see https://github.com/yaml/go-yaml/blob/v2.4.2/scannerc.go
 */
const ESCAPES: Readonly<Record<string, string>> = {
  '0': '\0',
  a: '\x07',
  b: '\b',
  t: '\t',
  '\t': '\t',
  n: '\n',
  v: '\v',
  f: '\f',
  r: '\r',
  e: '\x1b',
  ' ': ' ',
  '"': '"',
  "'": "'",
  '\\': '\\',
  N: '\u0085',
  _: '\u00a0',
  L: '\u2028',
  P: '\u2029',
};

/** Digits that follow `\\x`, `\\u` and `\\U`. */
const DIGITS: Readonly<Record<string, number>> = { x: 2, u: 4, U: 8 };

// eslint-disable-next-line no-control-regex -- what a YAML 1.1 reader does not let through
const UNREADABLE = /[\0-\x08\x0b\x0c\x0e-\x1f\x7f-\x84\x86-\x9f\ufffe\uffff]/;

/** What text becomes that a template wrote between double quotes: `\\` and `"` are YAML's, a line break is a blank. */
export function quotedScalar(written: string): string | Refusal {
  const text = written.replaceAll('<no value>', '');
  if (UNREADABLE.test(text)) return new Refusal('Helm fails: YAML forbids control characters');
  if (/[\u0085\u2028\u2029\r]|\\[ \t]*\n|\n(?:---|\.\.\.)/.test(text))
    return new Refusal('Helm writes its lines into the document, where they may break it');
  return unescaped(text.replace(/[ \t]*\n[ \t\n]*/g, folded));
}

/** Line breaks inside quotes, with the blanks around them: one is a blank, each further one a line break. */
function folded(breaks: string): string {
  const count = breaks.split('\n').length - 1;
  return count === 1 ? ' ' : '\n'.repeat(count - 1);
}

function unescaped(text: string): string | Refusal {
  let plain = '';
  for (let i = 0; i < text.length; i++) {
    const character = text.charAt(i);
    if (character === '"') return new Refusal('Helm writes it into double quotes, which it ends early');
    if (character !== '\\') {
      plain += character;
      continue;
    }
    const letter = text.charAt(++i);
    const digits = DIGITS[letter];
    const code = digits === undefined ? undefined : codePoint(text.slice(i + 1, i + 1 + digits), digits);
    const escaped = code === undefined ? ESCAPES[letter] : String.fromCodePoint(code);
    if (escaped === undefined)
      return new Refusal(`Helm writes it into double quotes, where \`\\${letter}\` is no escape`);
    plain += escaped;
    i += digits ?? 0;
  }
  return plain;
}

/** A code point in hexadecimal; surrogates are none. */
function codePoint(hex: string, digits: number): number | undefined {
  if (hex.length !== digits || !/^[\da-fA-F]+$/.test(hex)) return undefined;
  const code = Number.parseInt(hex, 16);
  return code > 0x10ffff || (code >= 0xd800 && code <= 0xdfff) ? undefined : code;
}
