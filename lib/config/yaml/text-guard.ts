import { Lexer } from 'yaml';
import type { Diagnostic } from '../../diagnostics/diagnostic.js';
import { unprintable } from '../../helm/unprintable.js';
import { Positions } from './positions.js';

/** Deepest nesting that is read; a fleet file needs ten levels. */
const maxDepth = 100;

/** Longest text that is read, in characters: room for 25,000 clusters. */
const maxLength = 8_000_000;

/**
 * What no YAML parser should be given: control characters, and a length that would exhaust it.
 *
 * Reports YAML_SYNTAX and YAML_TOO_LARGE. Runs in time linear to the text.
 */
export function guardText(text: string, file?: string): Diagnostic[] {
  const positions = new Positions(text, file);
  if (text.length > maxLength) {
    return [
      {
        code: 'YAML_TOO_LARGE',
        severity: 'error',
        message: `the file is longer than ${maxLength} characters`,
        fix: 'split the fleet, or move what is no fleet data out of the file',
        ...positions.placeAt(0),
      },
    ];
  }
  const control = unprintable.exec(text);
  if (control !== null) {
    const name = `U+${control[0].charCodeAt(0).toString(16).toUpperCase().padStart(4, '0')}`;
    return [
      {
        code: 'YAML_SYNTAX',
        severity: 'error',
        message: `the control character ${name} cannot stand in YAML`,
        fix: 'remove it; in a double-quoted string write it as an escape',
        ...positions.placeAt(control.index),
      },
    ];
  }
  return [];
}

/** Most line ends, brackets, commas and marks that are parsed: a parser makes about as many nodes. */
const mostMarks = 600_000;

/**
 * True for a text with more line ends, brackets, commas and marks than `most`: a parser takes a thousand times the
 * memory of each. Ends as soon as that is clear.
 */
export function hasMoreMarks(text: string, most: number): boolean {
  const mark = /[\n,[\]{}&*!?]|[-:](?=[ \t])/g;
  let marks = 0;
  while (marks <= most && mark.test(text)) marks++;
  return marks > most;
}

/** Why a text is not given to a parser of any dialect: it would exhaust it. Reports YAML_TOO_LARGE. */
export function tooLarge(text: string, file?: string): Diagnostic[] {
  const long = guardText(text, file).filter(({ code }) => code === 'YAML_TOO_LARGE');
  return long.length > 0 ? long : guardMarks(text, file);
}

/** A text that would exhaust a parser's memory, short as it may be. Reports YAML_TOO_LARGE. */
export function guardMarks(text: string, file?: string): Diagnostic[] {
  if (!hasMoreMarks(text, mostMarks)) return [];
  return [
    {
      code: 'YAML_TOO_LARGE',
      severity: 'error',
      message: `the file has more than ${mostMarks} brackets, commas and line ends`,
      why: 'a parser needs memory and time for each',
      fix: 'split the file, or move what does not belong into it elsewhere',
      ...new Positions(text, file).placeAt(0),
    },
  ];
}

/**
 * Where a text is nested deeper than `most` levels: a parser would exhaust its stack there, and an engine that
 * compiles a pattern on what is left of it ends the process. Costs next to nothing for a text that cannot be.
 */
export function nestedTooDeepAt(text: string, most: number): number | undefined {
  const block = new RegExp(`^[-?: \\t]{${most}}`, 'm').test(text);
  const at = block ? blockTooDeepAt(text, most) : undefined;
  return at ?? (hasMoreBrackets(text, most) ? bracketsTooDeepAt(text, most) : undefined);
}

function hasMoreBrackets(text: string, most: number): boolean {
  let count = 0;
  for (const bracket of ['{', '[']) {
    for (let at = text.indexOf(bracket); at >= 0; at = text.indexOf(bracket, at + 1)) {
      if (++count > most) return true;
    }
  }
  return false;
}

/** Nesting that would exhaust a parser's stack. Reports YAML_TOO_LARGE. Runs in time linear to the text. */
export function guardNesting(text: string, file?: string): Diagnostic[] {
  const deep = blockTooDeepAt(text, maxDepth) ?? bracketsTooDeepAt(text, maxDepth);
  if (deep === undefined) return [];
  return [
    {
      code: 'YAML_TOO_LARGE',
      severity: 'error',
      message: `the text is nested more than ${maxDepth} levels deep`,
      why: 'a parser needs stack and time for each level, and no fleet has that many',
      fix: 'remove the nesting',
      ...new Positions(text, file).placeAt(deep),
    },
  ];
}

/** Nesting by indentation, and by indicators in a row (`- - - a`). */
function blockTooDeepAt(text: string, most: number): number | undefined {
  const indents: number[] = [];
  for (let start = 0; start < text.length;) {
    const newline = text.indexOf('\n', start);
    const end = newline === -1 ? text.length : newline;
    let at = start;
    while (text[at] === ' ' || text[at] === '\t') at += 1;
    if (at < end && text[at] !== '\r' && text[at] !== '#') {
      const indent = at - start;
      while ((indents.at(-1) ?? -1) >= indent) indents.pop();
      indents.push(indent);
      let indicators = 0;
      for (; at < end && indents.length + indicators <= most; at++) {
        const char = text.charAt(at);
        if ((char === '-' || char === '?' || char === ':') && isBlank(text[at + 1])) indicators += 1;
        else if (!isBlank(char)) break;
      }
      if (indents.length + indicators > most) return at;
    }
    start = end + 1;
  }
  return undefined;
}

/** Nesting by brackets: counted over the whole text, then over its tokens if that alone looks too deep. */
function bracketsTooDeepAt(text: string, most: number): number | undefined {
  let depth = 0;
  let seemsDeep = false;
  for (let at = 0; at < text.length && !seemsDeep; at++) {
    const change = bracketDepth(text[at]);
    depth = Math.max(0, depth + change);
    seemsDeep = depth > most;
  }
  if (!seemsDeep) return undefined;
  depth = 0;
  let at = 0;
  for (const token of new Lexer().lex(text)) {
    depth = Math.max(0, depth + bracketDepth(token));
    if (depth > most) return at;
    // the lexer marks scalars, documents and ends of brackets by control characters of its own
    // eslint-disable-next-line no-control-regex -- they are the lexer's own
    if (!/^[\u0002\u0018\u001f]$/.test(token)) at += token.length;
  }
  return undefined;
}

function bracketDepth(token: string | undefined): number {
  if (token === '[' || token === '{') return 1;
  return token === ']' || token === '}' ? -1 : 0;
}

function isBlank(char: string | undefined): boolean {
  return char === undefined || char === ' ' || char === '\t' || char === '\n' || char === '\r';
}
