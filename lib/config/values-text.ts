import { readYaml } from './yaml/read-yaml.js';
import type { YamlResult } from './yaml/yaml-file.js';

/** Reads the text of a values file as Helm does: YAML 1.1, so that `on` is true and `0644` is 420. */
export function readValuesText(text: string, file: string): YamlResult {
  return readYaml(text, '1.1', file);
}
