import type { Diagnostic } from '../diagnostics/diagnostic.js';
import { chunksOf } from './document-chunks.js';
import type { Locate, Step } from './field.js';
import { listParts, type TextPart } from './list-parts.js';
import type { TextTally } from './no-manifest.js';
import { isPlain, type Plain } from './reader.js';
import { parseWhole } from './parse-whole.js';
import { readPlainDocument } from './plain-document.js';
import { isRefused, isTooLong, longDocument, reportTooLong } from './text-limits.js';
import { lineBreaksIn } from './text-place.js';
import { isList, unfold, unfoldSettings } from './unfold.js';

/** One object of a text, with a way to find its fields there. */
export interface ReadDocument {
  readonly object: Plain;
  readonly locate: Locate;
  /** Path of the object in its document: empty, or `items[3]` in a List. */
  readonly prefix: readonly Step[];
  /** Comments of the document, without `#`; only those that speak to linkspan. */
  readonly directives: readonly { readonly text: string; readonly line: number }[];
  /** How many characters the document has, other objects of its List included. */
  readonly characters: number;
}

/**
 * Every object of a text of YAML or JSON documents, `List` kinds unfolded.
 *
 * Documents are parsed one by one and handed on at once, so that a mistake in one costs only that one
 * and memory holds one syntax tree. What is no map with `apiVersion` and `kind` is passed over; one with `metadata`
 * was meant to be an object. `withSettings` hands on Argo CD's settings in values of its chart as well, as an object
 * of our own naming. Answers how much of the text was objects.
 * Reports MANIFEST_INCOMPLETE, YAML_SYNTAX, YAML_DUPLICATE_KEY, FILE_TEMPLATE, FILE_TOO_LARGE, FILE_NOT_TEXT.
 */
export function readDocuments(
  text: string,
  file: string,
  found: (document: ReadDocument) => void,
  report: (diagnostic: Diagnostic) => void,
  withSettings = false,
): TextTally {
  const tally = { manifests: 0, others: 0 };
  if (isRefused(text, file, report)) return tally;
  let line = 0;
  for (const chunk of chunksOf(text)) {
    const whole: TextPart = { text: chunk, line: 0, column: 0 };
    for (const part of (chunk.length > longDocument ? listParts(chunk) : undefined) ?? [whole]) {
      const placed = { ...part, line: part.line + line };
      if (isTooLong(part.text)) reportTooLong(placed, file, report);
      else {
        const what = readOne(placed, file, found, report, withSettings);
        if (what !== undefined) tally[what]++;
      }
    }
    line += lineBreaksIn(chunk);
  }
  return tally;
}

/** Hands on the objects of a document, and answers which it counts as: none where it is empty, or was reported. */
function readOne(
  part: TextPart,
  file: string,
  found: (document: ReadDocument) => void,
  report: (diagnostic: Diagnostic) => void,
  withSettings: boolean,
): keyof TextTally | undefined {
  const { text: chunk, line: firstLine, isFrame = false } = part;
  if (!/\S/.test(chunk)) return undefined;
  const read = (isFrame ? undefined : readPlainDocument(part)) ?? parseWhole(part, file, report);
  if (read === undefined || isFrame) return undefined;
  const { value, locate } = read;
  if (value === null || value === undefined) return undefined;
  let isOther = !isList(value);
  const directives = directivesOf(chunk, firstLine);
  const { length: characters } = chunk;
  const hand = (object: Plain, prefix: readonly Step[]): void => {
    isOther = false;
    found({ object, prefix, directives, characters, locate });
  };
  unfold(value, [], (object, prefix) => {
    const lacking = lackingIn(object);
    if (lacking === undefined) hand(object, prefix);
    else if (isPlain(object.metadata)) {
      isOther = false;
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
  return isOther ? 'others' : 'manifests';
}

/** What a map lacks to be an object. */
function lackingIn({ apiVersion, kind }: Plain): string | undefined {
  if (typeof apiVersion !== 'string') return 'apiVersion';
  return typeof kind === 'string' ? undefined : 'kind';
}

function directivesOf(chunk: string, firstLine: number): { text: string; line: number }[] {
  if (!chunk.includes('linkspan:')) return [];
  const out: { text: string; line: number }[] = [];
  chunk.split('\n').forEach((line, i) => {
    const match = /(?:^|\s)#\s*linkspan:\s*(.*?)\s*$/.exec(line);
    if (match?.[1] !== undefined) out.push({ text: match[1], line: firstLine + i + 1 });
  });
  return out;
}
