import type { Diagnostic } from '../diagnostics/diagnostic.js';
import { Refusal } from '../helm/refusal.js';
import { helmYaml } from './yaml/dialects.js';
import { Positions } from './yaml/positions.js';
import { readYaml } from './yaml/read-yaml.js';
import type { YamlResult } from './yaml/yaml-file.js';

/**
 * Reads the text of a values file as Helm does: YAML 1.1, so that `on` is true and `0644` is 420.
 *
 * Stricter than Helm on what it loses without a word: keys that stand twice, further documents, line ends that nobody
 * sees. Reports VALUES_UNREADABLE for what Helm fails on though it is YAML.
 */
export function readValuesText(text: string, file: string): YamlResult {
  const separator = hiddenSeparator(text, file);
  if (separator !== undefined) return { diagnostics: [separator] };
  const result = readYaml(text, helmYaml, file);
  const refusal = result.file?.data;
  if (!(refusal instanceof Refusal)) return result;
  return {
    diagnostics: [
      { code: 'VALUES_UNREADABLE', severity: 'error', message: refusal.what, file, line: 1, column: 1 },
    ],
  };
}

/** Ends a line in YAML 1.1, or hides at the beginning of one: an editor shows neither. */
const hidden = /[\u0085\u2028\u2029]|(?<=[\r\n])\ufeff/;

function hiddenSeparator(text: string, file: string): Diagnostic | undefined {
  const found = hidden.exec(text);
  if (found === null) return undefined;
  const code = found[0].charCodeAt(0).toString(16).toUpperCase().padStart(4, '0');
  return {
    code: 'VALUES_UNREADABLE',
    severity: 'error',
    message: `the values hold U+${code}, which no editor shows`,
    why: 'Helm ends a line there, or takes it for a part of a key or value, depending on what stands around it',
    fix: `remove it; between double quotes write it as \`\\u${code}\``,
    ...new Positions(text, file).placeAt(found.index),
  };
}
