import { objectKeys, sortedKeys } from './key-order.js';
import { literalBlock } from './literal-block.js';
import type { Manifest } from './manifest.js';
import { inOnePiece } from './one-piece.js';
import { isSimple, scalarText } from './scalar.js';
import { shortestStretch, type FileText, type SharedStretch, type SharedText } from './file-text.js';
import { isSharedPart } from './shared-part.js';
import { YamlPosition } from './yaml-position.js';

/**
 * How the fields of a map are written.
 *
 * `given`: in the order they come in, undefined ones left out. `sorted`: apiVersion, kind and metadata first, then by
 * code units at every depth, undefined and null fields left out, as cdk8s does it; that costs less than a clean-up of
 * its own before.
 */
export type FieldOrder = 'given' | 'sorted';

/**
 * A JSON value as one YAML document: block style, two blanks a level, LF at the end of every line.
 *
 * As in `JSON.stringify`, an undefined field is left out and an undefined item is null. Empty maps and lists are `{}`
 * and `[]`; a value that stands in two places is written twice, never as an anchor. How strings are quoted: see
 * `scalarText`; text of several lines is a literal block where that is exact. What is no JSON value throws.
 */
export function toYaml(value: unknown, order: FieldOrder = 'given'): string {
  latestLabels = undefined;
  return document('', value, order === 'sorted');
}

/**
 * Objects as one YAML file: `header` as comment lines (none when it is empty), then the documents with `---` between.
 *
 * The header is plain text without `#`; line breaks in it begin a new comment line.
 */
export function toYamlDocuments(
  header: string,
  objects: readonly Manifest[],
  order: FieldOrder = 'given',
): string {
  const sorted = order === 'sorted';
  // they may have been changed since
  latestLabels = undefined;
  let out = comment(header);
  for (let i = 0; i < objects.length; i++) {
    if (i > 0) out += '---\n';
    out = document(out, objects[i], sorted);
  }
  return out;
}

/** As `toYamlDocuments`, and tells the shared parts in the text. */
export function toYamlFile(header: string, objects: readonly Manifest[]): FileText {
  const shared: SharedStretch[] = [];
  stretches = shared;
  try {
    return { text: toYamlDocuments(header, objects), shared };
  } finally {
    stretches = undefined;
  }
}

/** Takes in the shared parts of the file that is being written, if somebody wants to know. */
let stretches: SharedStretch[] | undefined;

/** The header that was written last: the files of a fleet have one. */
const latestComment = { header: '', text: '' };

function comment(header: string): string {
  if (header === '') return '';
  if (header !== latestComment.header) {
    const lines = header.split(/\r\n|[\n\r\x85\u2028\u2029]/);
    const each = lines.map((line) => `# ${line.replace(uncommentable, '\ufffd')}`.trimEnd() + '\n');
    Object.assign(latestComment, { header, text: each.join('') });
  }
  return latestComment.text;
}
const uncommentable = /\p{Control}|\p{Surrogate}|[\ufeff\ufffe\uffff]/gu;

/** Appends a document; each function below takes what is written so far and returns it with its part added. */
function document(out: string, value: unknown, sorted: boolean): string {
  const root = YamlPosition.root;
  if (typeof value === 'object' && value !== null && isSharedPart(value))
    return `${withShared(out, value, root, '')}\n`;
  if (typeof value !== 'object' || value === null) return `${out}${inline(value, root)}\n`;
  if (Array.isArray(value)) return `${value.length === 0 ? `${out}[]` : items(out, value, root, sorted)}\n`;
  const fields = value as Fields;
  const done = entries(out, fields, sorted ? objectKeys(fields) : Object.keys(fields), root, sorted);
  return `${done === out ? `${out}{}` : done}\n`;
}

type Fields = Readonly<Record<string, unknown>>;

/** Appends the fields of a map; gives back `out` itself when there are none. */
function entries(
  out: string,
  fields: Fields,
  keys: string[],
  position: YamlPosition,
  sorted: boolean,
): string {
  let isFirst = true;
  for (const key of keys) {
    const value = fields[key];
    if (value === undefined || (sorted && value === null)) continue;
    out += position.key(key, isFirst);
    isFirst = false;
    if (typeof value !== 'object' || value === null) {
      out += ' ' + inline(value, position);
    } else if (key === 'labels' && position === ofMetadata && !isSharedPart(value)) {
      out += labelsText(value, position.field, sorted);
    } else {
      out = collection(out, value, position.field, ' ', sorted);
    }
  }
  return out;
}

const ofMetadata = YamlPosition.root.field;
/** The labels written last: the objects of one file often have one and the same map of them. */
let latestLabels: object | undefined;
let latestText = '';

function labelsText(labels: object, position: YamlPosition, sorted: boolean): string {
  if (labels === latestLabels) return latestText;
  const outer = stretches;
  stretches = undefined;
  latestText = inOnePiece(unshared('', labels, position, ' ', sorted));
  stretches = outer;
  latestLabels = labels;
  return latestText;
}

/** Appends the items of a list. */
function items(out: string, list: readonly unknown[], position: YamlPosition, sorted: boolean): string {
  for (let i = 0; i < list.length; i++) {
    const item = list[i];
    const dash = i === 0 ? position.firstDash : position.nextDash;
    if (typeof item !== 'object' || item === null) {
      out += dash + inline(item, position);
    } else {
      out = collection(out, item, i === 0 ? position.firstItem : position.nextItem, dash, sorted);
    }
  }
  return out;
}

/** Appends a map or list that stands at `position`; `beforeEmpty` and its brackets when it is empty. */
function collection(
  out: string,
  value: object,
  position: YamlPosition,
  beforeEmpty: string,
  sorted: boolean,
): string {
  if (isSharedPart(value)) return withShared(out, value, position, beforeEmpty);
  return unshared(out, value, position, beforeEmpty, sorted);
}

/** Appends a shared part. */
function withShared(out: string, value: object, position: YamlPosition, beforeEmpty: string): string {
  const part = position.sharedTexts.get(value) ?? sharedText(value, position, beforeEmpty);
  if (stretches !== undefined && part.text.length >= shortestStretch) stretches.push({ before: out, part });
  return out + part.text;
}

/** The text of a shared part at a position, written once. */
function sharedText(value: object, position: YamlPosition, beforeEmpty: string): SharedText {
  // shared parts within are part of this one
  const outer = stretches;
  stretches = undefined;
  const part = { text: inOnePiece(unshared('', value, position, beforeEmpty, false)) };
  stretches = outer;
  position.sharedTexts.set(value, part);
  return part;
}

function unshared(
  out: string,
  value: object,
  position: YamlPosition,
  beforeEmpty: string,
  sorted: boolean,
): string {
  if (Array.isArray(value)) {
    return value.length === 0 ? `${out}${beforeEmpty}[]` : items(out, value, position, sorted);
  }
  const fields = value as Fields;
  const done = entries(out, fields, sorted ? sortedKeys(fields) : Object.keys(fields), position, sorted);
  return done === out ? `${out}${beforeEmpty}{}` : done;
}

function inline(value: unknown, position: YamlPosition): string {
  switch (typeof value) {
    case 'string':
      return isSimple(value) ? value : (literalBlock(value, position.pad) ?? scalarText(value));
    case 'number':
      return numberText(value);
    case 'boolean':
      return value ? 'true' : 'false';
    default:
      if (value === null || value === undefined) return 'null';
      throw new TypeError(`no JSON value: ${typeof value}`);
  }
}

/** Digits as in JSON, with a point before an exponent: YAML 1.1 takes `1e+21` for a string. */
function numberText(value: number): string {
  if (!Number.isFinite(value)) throw new TypeError(`no JSON value: ${value}`);
  const text = JSON.stringify(value);
  return /^-?\de/.test(text) ? text.replace('e', '.0e') : text;
}
