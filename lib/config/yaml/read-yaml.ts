import { isScalar, type Node } from 'yaml';
import { parseYaml } from '../../helm/parse-yaml.js';
import type { FieldPath } from '../loaded-config.js';
import { nodeData } from './node-data.js';
import { fieldNode, isLeftOut, isWritten } from './node-places.js';
import { readPlainYaml } from './plain/read-plain.js';
import { Positions } from './positions.js';
import { syntaxDiagnostics } from './syntax-diagnostics.js';
import { guardMarks, guardNesting, guardText } from './text-guard.js';
import type { YamlDialect } from './dialects.js';
import type { YamlFile, YamlResult } from './yaml-file.js';

/**
 * Reads a text of one YAML document into plain data with places.
 *
 * Reports YAML_SYNTAX, YAML_DOCUMENTS, YAML_DUPLICATE_KEY and YAML_TOO_LARGE; with any of them there is no file.
 */
export function readYaml(source: string, dialect: YamlDialect, name?: string): YamlResult {
  const text = source.replace(/^\ufeff/, '');
  const guarded = guardText(text, name);
  if (guarded.length > 0) return { diagnostics: guarded };
  const plainFile = dialect.plain && readPlainYaml(text, dialect.plain, name);
  if (plainFile !== undefined) return { file: plainFile, diagnostics: [] };
  const deep = guardNesting(text, name);
  const refused = deep.length > 0 ? deep : guardMarks(text, name);
  if (refused.length > 0) return { diagnostics: refused };
  const positions = new Positions(text, name);
  const document = parseYaml(text, dialect.options);
  const syntax = syntaxDiagnostics(document, positions, dialect.ignoresTags);
  if (syntax.length > 0) return { diagnostics: syntax };
  const plain = nodeData(document.contents, positions);
  if (plain.diagnostics.length > 0) return { diagnostics: plain.diagnostics };
  const { targets } = plain;
  const data = dialect.read?.(document) ?? plain.data;
  const root: Node | null = document.contents;

  const placeOf: YamlFile['placeOf'] = (path: FieldPath, part) => {
    const field = fieldNode(root, path, targets);
    const wantsValue =
      field.key === undefined ||
      (!isLeftOut(field.value) && (part === undefined ? isWritten(field.value) : part === 'value'));
    const node = wantsValue && field.exact ? (field.value ?? field.key) : (field.key ?? field.value);
    return positions.placeAt(node?.range?.[0] ?? 0);
  };
  const spellingOf: YamlFile['spellingOf'] = (path) => {
    const { value, exact } = fieldNode(root, path, targets);
    if (!exact || !isScalar(value) || value.range == null) return undefined;
    return text.slice(value.range[0], value.range[1]);
  };
  const converted = dialect.converted?.(document, positions);
  const file: YamlFile = {
    data,
    hasPlainNumbers: false,
    ...(converted && { converted }),
    placeOf,
    spellingOf,
  };
  return { file, diagnostics: [] };
}
