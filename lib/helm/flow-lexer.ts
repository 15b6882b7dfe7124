import { Lexer } from 'yaml';

/** What a lexer keeps to itself: its steps that look at indentation. */
interface Inside extends Pick<Lexer, 'lex'> {
  /** Least indentation of a line that goes on with what is being read. */
  indentNext: number;
  parseFlowCollection: () => Step;
  parseQuotedScalar: () => Step;
}

type Step = Generator<string, string | undefined>;

/**
 * A lexer to which indentation means nothing between brackets, braces and quotes, as to go-yaml. That of `yaml` follows
 * the standard, and wants each line there indented further than its parent.
 *
 * It is changed in place, as in the command a class of `yaml` is a stand-in, which cannot be extended.
 * @see https://github.com/yaml/go-yaml/blob/v2.4.2/scannerc.go (yaml_parser_unroll_indent)
 */
export function flowLexer(): Pick<Lexer, 'lex'> {
  const lexer = new Lexer() as unknown as Inside;
  for (const name of ['parseFlowCollection', 'parseQuotedScalar'] as const) {
    const step = lexer[name];
    lexer[name] = function* () {
      const { indentNext } = lexer;
      lexer.indentNext = 0;
      const next = yield* step.call(lexer);
      lexer.indentNext = indentNext;
      return next;
    };
  }
  return lexer;
}
