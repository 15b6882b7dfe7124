import { parseDocument, isMap, isSeq, type Document, type Node } from 'yaml';
import { Refusal } from './refusal.js';
import type { HelmValue } from './value.js';
import { YamlReader } from './yaml-node.js';

/** Where a text stands: behind `key: `, or behind `- `. */
export type Context = 'value' | 'item';

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
  const text = written.replaceAll('<no value>', '').replace(/[ \t\n\r]+$/, '');
  if (LINE_BREAK.test(text))
    return new Refusal(
      'Helm writes its lines into the document as they are, where they break it or change it',
    );
  if (UNREADABLE.test(text)) return new Refusal('Helm fails: YAML forbids control characters');
  return context === 'value' ? alone(`k: ${text}\nz: 0\n`, 2) : alone(`- ${text}\n- 0\n`, 2);
}

/** What text becomes between double quotes: `\` and `"` are YAML's, a line break is a blank. */
export function quotedScalar(written: string): HelmValue | Refusal {
  const text = written.replaceAll('<no value>', '');
  if (UNREADABLE.test(text)) return new Refusal('Helm fails: YAML forbids control characters');
  if (/[\u0085\u2028\u2029\r]|\n(?:---|\.\.\.)/.test(text))
    return new Refusal('Helm writes its lines into the document, where they may break it');
  return alone(`k: "${text.replaceAll('\n', '\n  ')}"\nz: 0\n`, 2);
}

/** Options under which `yaml` leaves every scalar as it is written. */
export const AS_WRITTEN = {
  schema: 'failsafe',
  version: '1.1',
  uniqueKeys: false,
  logLevel: 'silent',
  merge: false,
} as const;

/** The first item of a collection that must have `size` of them, or Helm's failure. */
function alone(source: string, size: number): HelmValue | Refusal {
  const document: Document = parseDocument(source, AS_WRITTEN);
  const { contents } = document;
  const broken = document.errors.find((error) => error.code !== 'TAG_RESOLVE_FAILED');
  if (broken !== undefined) return new Refusal('Helm writes it into YAML unquoted, where it cannot be read');
  if (isMap(contents) && contents.items.length === size)
    return new YamlReader(document).read((contents.items[0]?.value ?? null) as Node | null);
  if (isSeq(contents) && contents.items.length === size)
    return new YamlReader(document).read((contents.items[0] ?? null) as Node | null);
  return new Refusal('Helm writes it into YAML unquoted, where it changes what stands around it');
}
