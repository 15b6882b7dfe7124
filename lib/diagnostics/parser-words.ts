/** What is said of text that no parser's stack can hold. */
export const tooDeep = 'nesting is too deep to be read';

/** A YAML parser's message in the reader's words: it hands on an exhausted stack in the words of the engine. */
export function parserWords(message: string): string {
  return message.startsWith('Maximum call stack') ? tooDeep : message;
}
