import { type Alias, type Document, isMap, isPair, LineCounter, type Node, visit } from 'yaml';
import { nestedTooDeepAt } from '../config/yaml/text-guard.js';
import type { Diagnostic, Place } from '../diagnostics/diagnostic.js';
import { parserWords, tooDeep } from '../diagnostics/parser-words.js';
import { parseYaml } from '../helm/parse-yaml.js';
import type { Locate } from './field.js';
import type { TextPart } from './list-parts.js';
import { placeIn } from './text-place.js';
import { locator } from './yaml-locate.js';
import { plainOf } from './yaml-plain.js';

/** Deepest nesting that is parsed; objects of Kubernetes have twenty levels. */
const deepest = 200;

/**
 * A document of any YAML or JSON, by the parser of the whole language; undefined where it cannot be used.
 *
 * Reports YAML_SYNTAX, YAML_DUPLICATE_KEY, FILE_TEMPLATE.
 */
export function parseWhole(
  { text: chunk, line: firstLine, column: firstColumn }: TextPart,
  file: string,
  report: (diagnostic: Diagnostic) => void,
): { readonly value: unknown; readonly locate: Locate } | undefined {
  const lines = new LineCounter();
  const place = (offset: number) => {
    const { line, col } = lines.linePos(Math.min(offset, chunk.length));
    return { file, line: line + firstLine, column: Math.max(col, 1) };
  };
  /** For what runs out of stack; any other error is thrown on. */
  const refuseDepth = (error: unknown, at: Place): undefined => {
    if (!(error instanceof RangeError)) throw error;
    report({ code: 'YAML_SYNTAX', severity: 'error', message: tooDeep, ...at });
    return undefined;
  };
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
    return undefined;
  }
  let document;
  try {
    document = parseYaml(chunk, {
      lineCounter: lines,
      uniqueKeys: false,
      logLevel: 'silent',
      prettyErrors: false,
    });
  } catch (error) {
    refuseDepth(error, { file, line: firstLine + 1, column: 1 });
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
    return undefined;
  }
  if (broken !== undefined) {
    report({
      code: 'YAML_SYNTAX',
      severity: 'error',
      message: parserWords(broken.message),
      ...place(broken.pos[0]),
    });
    return undefined;
  }
  const targets = new Map<Alias, Node>();
  let value: unknown;
  try {
    value = plainOf(document, targets, ({ problem, offset, usable }) => {
      report({
        code: usable ? 'YAML_DUPLICATE_KEY' : 'YAML_SYNTAX',
        severity: usable ? 'warning' : 'error',
        message: problem,
        ...place(offset),
      });
    });
  } catch (error) {
    refuseDepth(error, place(0));
    return;
  }
  return { value, locate: locator(document, targets, lines, firstLine) };
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
