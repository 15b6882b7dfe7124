import { readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { describe, expect, test } from 'vitest';
import { parseAllDocuments } from 'yaml';
import { parserWords } from '../../lib/diagnostics/parser-words.js';

/** What the parser fills in that is a word of its own: kinds of tokens and collections, marks of YAML. */
const ownWords =
  /^(?:fcName|type|kt\.\w+.*|expType|flow.*|ts|cs|src|badChar|token\.(?:source|type|message)|this\.type)$/;

describe('a message of the parser', () => {
  const folder = 'node_modules/yaml/dist';
  const sources = ['compose', 'doc', 'parse', 'schema'].flatMap((name) =>
    readdirSync(join(folder, name), { recursive: true, encoding: 'utf8' })
      .filter((file) => file.endsWith('.js'))
      .map((file) => readFileSync(join(folder, name, file), 'utf8')),
  );
  const messages = sources.flatMap((source) =>
    source
      .split('\n')
      .filter((line) => /onError|message =|msg =|message: /.test(line))
      .flatMap((line) => line.match(/`[^`]*\$\{[^`]*`/g) ?? []),
  );

  test.each([...new Set(messages)])('hands on nothing of the text: %s', (message) => {
    const filled = message
      .slice(1, -1)
      .replace(/\$\{([^}]*)\}/g, (_, word: string) => (ownWords.test(word) ? 'own words' : 'hunter2'));
    expect(parserWords(filled)).not.toContain('hunter2');
  });

  test('does not even name the first character of a value', () => {
    expect(parserWords('Plain value cannot start with reserved character @')).toBe(
      'Plain value cannot start with reserved character',
    );
  });

  test('keeps what the parser says of YAML', () => {
    const [document] = parseAllDocuments('a: |x hunter2\nb: :\n', { prettyErrors: false });
    expect(document?.errors.map(({ message }) => parserWords(message))).toContain(
      'Block scalar header includes extra characters',
    );
    expect(parserWords('The : indicator must be at most 1024 chars')).toContain('The : indicator must');
  });
});
