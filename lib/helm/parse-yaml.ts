import {
  Composer,
  parseAllDocuments,
  parseDocument,
  Parser,
  YAMLParseError,
  type CST,
  type Document,
  type DocumentOptions,
  type ParseOptions,
  type SchemaOptions,
} from 'yaml';
import { nestedTooDeepAt } from '../config/yaml/text-guard.js';
import { flowLexer } from './flow-lexer.js';

/** Deepest text that is read a second time: what exhausted a stack once is no matter of indentation. */
const deepest = 200;

type Options = ParseOptions & DocumentOptions & SchemaOptions;

/**
 * The documents of a text, those included that `yaml` refuses for how lines between brackets, braces or quotes are
 * indented: go-yaml does not look at it, and `tolerations: [{` with `}]` below it is a common style.
 *
 * Only a text that `yaml` refuses is read a second time.
 */
export function parseYamlDocuments(text: string, options: Options = {}): readonly Document.Parsed[] {
  const documents = parseAllDocuments(text, options);
  return (documents.some(isIndentation) ? unindented(text, options) : undefined) ?? documents;
}

/** The only document of a text, by the same rules; a second one is an error, unless errors are silenced. */
export function parseYaml(text: string, options: Options = {}): Document.Parsed {
  const document: Document.Parsed = parseDocument(text, options);
  const [first, second] = (isIndentation(document) ? unindented(text, options) : undefined) ?? [document];
  if (first === undefined) return document;
  if (second !== undefined && options.logLevel !== 'silent')
    first.errors.push(
      new YAMLParseError([second.range[0], second.range[1]], 'MULTIPLE_DOCS', 'a second document'),
    );
  return first;
}

/** True where indentation may be all that is wrong. */
function isIndentation({ errors }: Document.Parsed): boolean {
  return errors.some(({ code }) => code === 'BAD_INDENT' || code === 'MISSING_CHAR');
}

/** Undefined where a bracket or quote is not closed at all: the first reading tells better where that is. */
function unindented(text: string, options: Options): readonly Document.Parsed[] | undefined {
  if (nestedTooDeepAt(text, deepest) !== undefined) return undefined;
  const documents = [...new Composer(options).compose(tokens(text), true, text.length)];
  return documents.some(({ errors }) => errors.some(isUnclosed)) ? undefined : documents;
}

/** Lines were counted by the first reading. */
function* tokens(text: string): Generator<CST.Token> {
  const parser = new Parser();
  for (const token of flowLexer().lex(text)) yield* parser.next(token);
  yield* parser.end();
}

function isUnclosed({ message }: YAMLParseError): boolean {
  return /^Missing closing|must (?:be sufficiently indented and )?end with/.test(message);
}
