import { guardNesting, guardText } from '../config/yaml/text-guard.js';
import { readValues } from '../helm/read-values.js';
import { isMapping, type Mapping } from './mapping.js';

/**
 * A kubeconfig as client-go reads its text: YAML 1.1, the first document alone, the last of equal keys.
 *
 * Undefined for what is none. Nothing is told of what is wrong: parsers quote what they stumble over.
 * @see https://github.com/kubernetes/client-go/blob/v0.35.0/tools/clientcmd/client_config.go
 */
export function readKubeconfigText(text: string): Mapping | undefined {
  if (guardText(text).length > 0 || guardNesting(text).length > 0) return undefined;
  try {
    const { values, diagnostics } = readValues(text);
    if (diagnostics.length > 0) return undefined;
    const { kind, clusters } = values;
    return kind === 'Config' || (!(typeof kind === 'string' && kind !== '') && clusters !== undefined)
      ? values
      : undefined;
  } catch (error) {
    if (error instanceof RangeError) return undefined;
    throw error;
  }
}

/** The entries of a list of a kubeconfig by their names. */
export function namedEntries(config: Mapping, list: string, key: string): ReadonlyMap<unknown, Mapping> {
  return new Map(
    entriesOf(config, list).map((entry) => [entry.name, isMapping(entry[key]) ? entry[key] : {}]),
  );
}

/** The entries of a list of a kubeconfig that are mappings. */
export function entriesOf(config: Mapping, list: string): readonly Mapping[] {
  const items = config[list];
  return Array.isArray(items) ? (items as unknown[]).filter(isMapping) : [];
}
