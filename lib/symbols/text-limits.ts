import { hasMoreMarks } from '../config/yaml/text-guard.js';
import type { Diagnostic } from '../diagnostics/diagnostic.js';
import type { TextPart } from './list-parts.js';
import { placeIn } from './text-place.js';

/** Longest text that is read, in characters; a longer file is reported, not read. */
const longestText = 32 * 1024 * 1024;

/** From this length on a document is looked at before it is parsed: parsing takes a thousand times its memory. */
export const longDocument = 512 * 1024;

/** Most line ends, brackets, commas and marks of one document: about as many as the parser makes nodes of. */
const mostMarks = 250_000;

type Report = (diagnostic: Diagnostic) => void;

/** True for a file that is too long to be read, or is no text. Reports FILE_TOO_LARGE and FILE_NOT_TEXT. */
export function isRefused(text: string, file: string, report: Report): boolean {
  if (text.length > longestText) {
    report({
      code: 'FILE_TOO_LARGE',
      severity: 'error',
      message: `the file has ${text.length} characters, more than the ${longestText} that are read`,
      fix: 'split it by document, or leave out kinds that no Link touches',
      file,
    });
    return true;
  }
  const binary = text.indexOf('\0');
  if (binary >= 0) {
    report({
      code: 'FILE_NOT_TEXT',
      severity: 'error',
      message: 'the file holds a NUL character and is no text',
      ...placeIn(text, binary),
      file,
    });
    return true;
  }
  return false;
}

/** True for a document that would take too much memory to parse. */
export function isTooLong(text: string): boolean {
  if (text.length <= longDocument) return false;
  return hasMoreMarks(text, mostMarks);
}

/** Says what is not read; no error where nothing in it could be an object. Reports FILE_TOO_LARGE. */
export function reportTooLong({ text, line, column }: TextPart, file: string, report: Report): void {
  const place = { file, line: line + 1, column: column + 1 };
  const message = `the document that begins here has ${text.length} characters`;
  if (!text.includes('apiVersion')) {
    const why = 'it holds no `apiVersion`, so no object';
    report({
      code: 'FILE_TOO_LARGE',
      severity: 'info',
      message: `${message}, and is not read`,
      why,
      ...place,
    });
    return;
  }
  report({
    code: 'FILE_TOO_LARGE',
    severity: 'error',
    message: `${message}, more than any object may have`,
    why: 'an API server takes objects of 1.5 MB, and parsing a longer one would exhaust memory',
    fix: 'write each object as a document of its own, or as an item of a List',
    ...place,
  });
}
