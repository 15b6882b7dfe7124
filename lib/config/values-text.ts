import { Refusal } from '../helm/refusal.js';
import { helmYaml } from './yaml/dialects.js';
import { readYaml } from './yaml/read-yaml.js';
import type { YamlResult } from './yaml/yaml-file.js';

/**
 * Reads the text of a values file as Helm does: YAML 1.1, so that `on` is true and `0644` is 420.
 *
 * Stricter than Helm on what it loses without a word: keys that stand twice, further documents. Reports
 * VALUES_UNREADABLE for what Helm fails on though it is YAML.
 */
export function readValuesText(text: string, file: string): YamlResult {
  const result = readYaml(text, helmYaml, file);
  const refusal = result.file?.data;
  if (!(refusal instanceof Refusal)) return result;
  return {
    diagnostics: [
      { code: 'VALUES_UNREADABLE', severity: 'error', message: refusal.what, file, line: 1, column: 1 },
    ],
  };
}
