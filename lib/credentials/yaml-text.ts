import { guardNesting, guardText } from '../config/yaml/text-guard.js';
import { parseYamlDocuments } from '../helm/parse-yaml.js';

/**
 * The documents of a text in YAML or JSON, as data; undefined for a text that is neither.
 *
 * Nothing is told of what is wrong: parsers quote what they stumble over, and here that may be a token.
 */
export function yamlDocuments(text: string): unknown[] | undefined {
  if (guardText(text).length > 0 || guardNesting(text).length > 0) return undefined;
  try {
    const documents = parseYamlDocuments(text, { logLevel: 'silent', prettyErrors: false });
    if (documents.some(({ errors }) => errors.length > 0)) return undefined;
    return documents.map((document) => document.toJS({ maxAliasCount: 100 }) as unknown);
  } catch {
    return undefined;
  }
}
