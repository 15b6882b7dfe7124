import { hiddenCharacter, hiddenCharacters } from './hidden-characters.js';

/**
 * One string as a YAML scalar on one line: bare where every reader takes it for that very string, else in double
 * quotes.
 *
 * Readers are YAML 1.1 (Go's parser in kubectl, Helm and Argo CD) and YAML 1.2, as a key or a value in block context.
 * What one of them might read as something else is quoted:
 *
 * - the empty string; blanks at either end; indicators in front (`-` before a blank, `---`, `...`, `?`, `:`, `#`,
 *   `,`, quotes, brackets, braces, `&`, `*`, `!`, `|`, `>`, `%`, `@`, `` ` ``, `=`, `<`, `~`); `: ` or ` #` inside; a
 *   colon at the end;
 * - words that stand for null or a boolean in 1.1, in any case: null, true, false, yes, no, on, off, y, n;
 * - what looks like a number or a date: begins with a digit, sign or point and holds nothing but digits, letters of
 *   number formats (hexadecimal, `x`, `o`, `p`, `t`, `z`), `_`, `:`, `.`, `,`, `+`, `-` and blanks. That includes
 *   sexagesimals (`1:30`), dates, versions (`1.10`) and addresses (`10.0.0.1`); and `.inf`, `.nan`, `e9`;
 * - control characters, U+0085, U+2028, U+2029, U+FEFF, other invisible blanks and the marks that turn the direction
 *   of text: they are escaped, so that a review shows them.
 *
 * A surrogate without its partner is no character and has no UTF-8: it becomes U+FFFD, which is also what Go makes
 * of it when it reads such a JSON text.
 */
export function scalarText(text: string): string {
  return isSimple(text) || isPlain(text) ? text : quotedText(text);
}

/** True of most strings of a manifest, at the price of one look: words, names, paths, which are bare in YAML. */
export function isSimple(text: string): boolean {
  return simple.test(text) && (text.length > 5 || !word.test(text));
}

function isPlain(text: string): boolean {
  return (
    general.test(text) &&
    !numeric.test(text) &&
    !almostNumeric.test(text) &&
    !word.test(text) &&
    !hiddenCharacter.test(text)
  );
}

function quotedText(text: string): string {
  if (!hiddenCharacter.test(text)) return JSON.stringify(text);
  const whole = text.replace(/\p{Surrogate}/gu, '\ufffd');
  return JSON.stringify(whole).replace(hiddenCharacters, codeUnitEscape);
}

function codeUnitEscape(character: string): string {
  return `\\u${character.charCodeAt(0).toString(16).padStart(4, '0')}`;
}

/** Begins with a letter and holds nothing that could end a bare scalar: most strings of a manifest. */
const simple = /^(?![Ee][-+0-9]+$)[A-Za-z/_$(][-A-Za-z0-9/_.=@+,;()$%*]*$/;

/** Begins and ends with no blank or indicator, and holds neither `: ` nor ` #` nor a control character. */
const general =
  /^(?!-(?: |$)|---|\.\.\.)[^\0- "#%&'*,:<=>?@[\]`{|}!~\x7f](?:[^\0- #:\x7f]|:(?! |$)|(?<! )#| (?!#|$))*$/;

const word = /^(?:null|true|false|yes|no|on|off|y|n)$/i;
const numeric = /^[-+.0-9][-+.0-9a-fopxtz_:, ]*$/i;
const almostNumeric = /^(?:[-+]?\.?(?:inf|nan|infinity)|e[-+0-9]+)$/i;
