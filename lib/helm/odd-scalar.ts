import { parseDocument, isMap, isSeq, type Document, type Node } from 'yaml';
import { Refusal } from './refusal.js';
import type { HelmValue } from './value.js';
import { strictness } from './yaml-strictness.js';
import { YamlReader } from './yaml-node.js';
import { blankAtEnd } from './wide-blank.js';

/** Where a text stands: behind `key: `, or behind `- `. */
export type Context = 'value' | 'item';

const UNQUOTED = 'Helm writes it into YAML unquoted, where it cannot be read';
const LINE_BREAK = /[\n\r\u0085\u2028\u2029]/;
// eslint-disable-next-line no-control-regex -- what a YAML 1.1 reader does not let through
const UNREADABLE = /[\0-\x08\x0b\x0c\x0e-\x1f\x7f-\x84\x86-\x9f\ufffe\uffff]/;

/**
 * What text becomes that a template wrote unquoted: a comment is cut off, quotes are obeyed, `a: b` is a table in a list
 * and an error elsewhere.
 *
 * Text of several lines would take part in the structure of the document, so it is refused; line breaks at its end are harmless.
 */
export function oddScalar(written: string, context: Context): HelmValue | Refusal {
  const text = firstLine(written.replaceAll('<no value>', ''));
  if (text === undefined)
    return new Refusal(
      'Helm writes its lines into the document as they are, where they break it or change it',
    );
  if (UNREADABLE.test(text)) return new Refusal('Helm fails: YAML forbids control characters');
  const wide = blankAtEnd(text);
  if (wide !== undefined) return wide;
  const start = text.replace(/^[ \t]+/, '');
  if (/^[&!]/.test(start) && !PROPERTIES.test(start)) return new Refusal(UNQUOTED);
  if (/^\?(?:[ \t]|$)/.test(start)) return new Refusal(UNQUOTED);
  if (context === 'item' && /^ *\t|^ *-(?:[ \t]|$)/.test(text)) return new Refusal(UNQUOTED);
  return context === 'value' ? alone(`k: ${text}\nz: 0\n`, 2) : alone(`- ${text}\n- 0\n`, 2);
}

/** The only line of a text that has but one; line breaks at its end are harmless, except to a block of lines. */
function firstLine(text: string): string | undefined {
  if (!LINE_BREAK.test(text)) return text;
  const [, line] = /^([^\n\r\u0085\u2028\u2029]*?) *[\n\r][ \n\r]*$/.exec(text) ?? [];
  return line === undefined || /^[ \t]*(?:[|>&!]|$)/.test(line) ? undefined : line;
}

/** Anchors and tags that every reader takes for the same. */
const PROPERTIES = /^(?:&[\w-]+|![\w.:~-]*|!![a-z]+)(?: +(?![&!*?])|$)/;

/** Options under which `yaml` leaves every scalar as it is written. */
export const AS_WRITTEN = {
  schema: 'failsafe',
  version: '1.1',
  uniqueKeys: false,
  logLevel: 'silent',
  merge: false,
  keepSourceTokens: true,
  prettyErrors: false,
} as const;

/** The first item of a collection that must have `size` of them, or Helm's failure. */
function alone(source: string, size: number): HelmValue | Refusal {
  const document: Document = parseDocument(source, AS_WRITTEN);
  const { contents } = document;
  const broken = document.errors.find((error) => error.code !== 'TAG_RESOLVE_FAILED');
  if (broken !== undefined || strictness(document, source, source.length) !== undefined)
    return new Refusal(UNQUOTED);
  if (isMap(contents) && contents.items.length === size)
    return new YamlReader(document).read((contents.items[0]?.value ?? null) as Node | null);
  if (isSeq(contents) && contents.items.length === size)
    return new YamlReader(document).read((contents.items[0] ?? null) as Node | null);
  return new Refusal('Helm writes it into YAML unquoted, where it changes what stands around it');
}
