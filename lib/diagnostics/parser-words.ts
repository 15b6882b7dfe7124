/** What is said of text that no parser's stack can hold. */
export const tooDeep = 'nesting is too deep to be read';

/**
 * A YAML parser's message in the reader's words: one line, and nothing of the text that was read.
 *
 * Parsers quote what they stumble over, and in a Secret that is a piece of a password. They hand on an exhausted stack
 * in the words of the engine.
 */
export function parserWords(message: string): string {
  if (message.startsWith('Maximum call stack')) return tooDeep;
  return (message.split('\n')[0] ?? message)
    .replace(/(?<=[a-z]): .*$/, '')
    .replace(' in block collection must be sufficiently indented and', ' must')
    .replace(
      /^(Invalid escape sequence|Unknown directive|Unsupported YAML version|Unresolved plain scalar) .*$/,
      '$1',
    )
    .replace(/^Verbatim tags aren't resolved, so .*$/, 'Verbatim tag cannot be resolved')
    .replace(/^The .* tag has no suffix$/, 'A tag has no suffix')
    .replace(/^(Plain value cannot start with .*(?:character|indicator)) \S+$/, '$1')
    .replace(/\.$/, '');
}
