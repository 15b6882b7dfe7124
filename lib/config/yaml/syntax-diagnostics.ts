import type { Document, ErrorCode } from 'yaml';
import type { Diagnostic } from '../../diagnostics/diagnostic.js';
import { parserWords } from '../../diagnostics/parser-words.js';
import type { Positions } from './positions.js';

/** Most syntax errors of one file that are told: the later ones mostly follow from the first. */
const maxErrors = 10;

/** What the parser found, in our words: YAML_SYNTAX and YAML_DOCUMENTS, at most one for each line. */
export function syntaxDiagnostics(
  document: Document,
  positions: Positions,
  ignoresTags: boolean,
): Diagnostic[] {
  const found: Diagnostic[] = [];
  const lines = new Set<number | undefined>();
  for (const error of [...document.errors, ...document.warnings]) {
    if (ignoresTags && error.code === 'TAG_RESOLVE_FAILED') continue;
    const place = positions.placeAt(error.pos[0]);
    if (lines.has(place.line)) continue;
    lines.add(place.line);
    found.push({
      ...wording(error.code, firstLetterLow(parserWords(error.message))),
      severity: 'error',
      ...place,
    });
    if (found.length === maxErrors) break;
  }
  return found;
}

function wording(code: ErrorCode, message: string): Pick<Diagnostic, 'code' | 'message' | 'why' | 'fix'> {
  switch (code) {
    case 'MULTIPLE_DOCS':
      return {
        code: 'YAML_DOCUMENTS',
        message: 'the file holds more than one document',
        why: 'Helm reads the first one and drops the others without a word',
        fix: 'keep one document, or put the others into files of their own',
      };
    case 'TAB_AS_INDENT':
      return {
        code: 'YAML_SYNTAX',
        message: 'a tab is used for indentation',
        why: 'YAML allows only spaces there, as a tab has no width',
        fix: 'replace the tab by two spaces',
      };
    case 'BAD_INDENT':
      return {
        code: 'YAML_SYNTAX',
        message,
        fix: message.includes('must end with')
          ? 'close it, or quote the text if the bracket or brace belongs to it'
          : 'line the key up with its neighbours, or indent it further than its parent',
      };
    case 'BLOCK_AS_IMPLICIT_KEY':
    case 'MULTILINE_IMPLICIT_KEY':
      return {
        code: 'YAML_SYNTAX',
        message,
        why: 'a second `: ` on a line, or a line without one, makes the key ambiguous',
        fix: 'put the nested key on a line of its own, or quote the text',
      };
    case 'TAG_RESOLVE_FAILED':
      return {
        code: 'YAML_SYNTAX',
        message,
        fix: 'remove the tag: plain values are enough',
      };
    default:
      return { code: 'YAML_SYNTAX', message };
  }
}

function firstLetterLow(message: string): string {
  return message.charAt(0).toLowerCase() + message.slice(1);
}
