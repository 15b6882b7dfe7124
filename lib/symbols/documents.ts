import { parserWords, tooDeep } from '../diagnostics/parser-words.js';
import { type Document, isMap, isPair, LineCounter, parseDocument, visit } from 'yaml';
import { nestedTooDeepAt } from '../config/yaml/text-guard.js';
import type { Diagnostic } from '../diagnostics/diagnostic.js';
import { chunksOf } from './document-chunks.js';
import type { Locate, Step } from './field.js';
import { listParts, type TextPart } from './list-parts.js';
import { isPlain, type Plain } from './reader.js';
import { isRefused, isTooLong, longDocument, reportTooLong } from './text-limits.js';
import { lineBreaksIn, placeIn } from './text-place.js';
import { unfold, unfoldSettings } from './unfold.js';
import { locator } from './yaml-locate.js';
import { plainOf } from './yaml-plain.js';

/** One object of a text, with a way to find its fields there. */
export interface ReadDocument {
  readonly object: Plain;
  readonly locate: Locate;
  /** Path of the object in its document: empty, or `items[3]` in a List. */
  readonly prefix: readonly Step[];
  /** Comment lines of the document, without `#`; only those that speak to linkspan. */
  readonly directives: readonly { readonly text: string; readonly line: number }[];
  /** How many characters the document has, other objects of its List included. */
  readonly characters: number;
}

/** Deepest nesting that is parsed; objects of Kubernetes have twenty levels. */
const deepest = 200;

/**
 * Every object of a text of YAML or JSON documents, `List` kinds unfolded.
 *
 * Documents are parsed one by one and handed on at once, so that a mistake in one costs only that one
 * and memory holds one syntax tree. What is no map with `apiVersion` and `kind` is passed over; one with `metadata`
 * was meant to be an object. `withSettings` hands on Argo CD's settings in values of its chart as well, as an object
 * of our own naming.
 * Reports MANIFEST_INCOMPLETE, YAML_SYNTAX, YAML_DUPLICATE_KEY, FILE_TEMPLATE, FILE_TOO_LARGE, FILE_NOT_TEXT.
 */
export function readDocuments(
  text: string,
  file: string,
  found: (document: ReadDocument) => void,
  report: (diagnostic: Diagnostic) => void,
  withSettings = false,
): void {
  if (isRefused(text, file, report)) return;
  let line = 0;
  for (const chunk of chunksOf(text)) {
    const whole: TextPart = { text: chunk, line: 0, column: 0 };
    for (const part of (chunk.length > longDocument ? listParts(chunk) : undefined) ?? [whole]) {
      const placed = { ...part, line: part.line + line };
      if (isTooLong(part.text)) reportTooLong(placed, file, report);
      else readOne(placed, file, found, report, withSettings);
    }
    line += lineBreaksIn(chunk);
  }
}

function readOne(
  { text: chunk, line: firstLine, column: firstColumn, isFrame = false }: TextPart,
  file: string,
  found: (document: ReadDocument) => void,
  report: (diagnostic: Diagnostic) => void,
  withSettings: boolean,
): void {
  const lines = new LineCounter();
  const place = (offset: number) => {
    const { line, col } = lines.linePos(Math.min(offset, chunk.length));
    return { file, line: line + firstLine, column: Math.max(col, 1) };
  };
  if (!/\S/.test(chunk)) return;
  const deep = nestedTooDeepAt(chunk, deepest);
  if (deep !== undefined) {
    const before = placeIn(chunk, deep);
    report({
      code: 'YAML_SYNTAX',
      severity: 'error',
      message: tooDeep,
      file,
      line: firstLine + before.line,
      column: before.column + (before.line === 1 ? firstColumn : 0),
    });
    return;
  }
  let document;
  try {
    document = parseDocument(chunk, {
      lineCounter: lines,
      uniqueKeys: false,
      logLevel: 'silent',
      prettyErrors: false,
    });
  } catch (error) {
    if (!(error instanceof RangeError)) throw error;
    report({
      code: 'YAML_SYNTAX',
      severity: 'error',
      message: tooDeep,
      file,
      line: firstLine + 1,
      column: 1,
    });
    return;
  }
  // the parser believes that its text begins a line
  if (firstColumn > 0) lines.lineStarts[0] = -firstColumn;
  const broken = document.errors.find((e) => e.code !== 'MULTIPLE_DOCS');
  const action = chunk.includes('{{') ? (broken?.pos[0] ?? bareAction(document)) : undefined;
  if (action !== undefined) {
    report({
      code: 'FILE_TEMPLATE',
      severity: 'info',
      message: 'this document is a template, not a manifest; it is not checked',
      fix: 'pass what the template renders, such as the output of `helm template`',
      ...place(action),
    });
    return;
  }
  if (broken !== undefined) {
    report({
      code: 'YAML_SYNTAX',
      severity: 'error',
      message: parserWords(firstLineOf(broken.message)),
      ...place(broken.pos[0]),
    });
    return;
  }
  let value: unknown;
  try {
    value = plainOf(document, ({ problem, offset, usable }) => {
      report({
        code: usable ? 'YAML_DUPLICATE_KEY' : 'YAML_SYNTAX',
        severity: usable ? 'warning' : 'error',
        message: problem,
        ...place(offset),
      });
    });
  } catch (error) {
    if (!(error instanceof RangeError)) throw error;
    report({
      code: 'YAML_SYNTAX',
      severity: 'error',
      message: tooDeep,
      ...place(0),
    });
    return;
  }
  if (isFrame) return;
  const directives = directivesOf(chunk, firstLine);
  const locate = locator(document, lines, firstLine);
  const { length: characters } = chunk;
  const hand = (object: Plain, prefix: readonly Step[]): void => {
    found({ object, prefix, directives, characters, locate });
  };
  unfold(value, [], (object, prefix) => {
    const lacking = lackingIn(object);
    if (lacking === undefined) hand(object, prefix);
    else if (isPlain(object.metadata)) {
      report({
        code: 'MANIFEST_INCOMPLETE',
        severity: 'warning',
        message: `this has \`metadata\` but no \`${lacking}\`, so it is no object that anything reads`,
        why: 'the API server refuses it, and nothing of it is checked here',
        fix: `write its \`${lacking}\`, or take it out of the manifests`,
        file,
        ...locate([...prefix, 'metadata']),
      });
    }
  });
  if (withSettings && isPlain(value) && value.kind === undefined) unfoldSettings(value, hand);
}

/** What a map lacks to be an object. */
function lackingIn({ apiVersion, kind }: Plain): string | undefined {
  if (typeof apiVersion !== 'string') return 'apiVersion';
  return typeof kind === 'string' ? undefined : 'kind';
}

/** Offset of a template's action outside quotes, `{{ .Values.name }}`: to YAML a mapping whose key is a mapping. */
function bareAction(document: Document): number | undefined {
  let offset: number | undefined;
  visit(document, {
    Map(_, map) {
      const isAction = map.items.some((item) => isPair(item) && isMap(item.key));
      if (!isAction) return undefined;
      offset = map.range?.[0] ?? 0;
      return visit.BREAK;
    },
  });
  return offset;
}

function directivesOf(chunk: string, firstLine: number): { text: string; line: number }[] {
  if (!chunk.includes('linkspan')) return [];
  const out: { text: string; line: number }[] = [];
  chunk.split('\n').forEach((line, i) => {
    const match = /^\s*#\s*linkspan:\s*(.*?)\s*$/.exec(line);
    if (match?.[1] !== undefined) out.push({ text: match[1], line: firstLine + i + 1 });
  });
  return out;
}

function firstLineOf(message: string): string {
  return (message.split('\n')[0] ?? message).replace(/\.$/, '');
}
