import { parserWords } from '../diagnostics/parser-words.js';
import { isMap, isScalar, isSeq, LineCounter, type Document, type Node } from 'yaml';
import type { Diagnostic, Place } from '../diagnostics/diagnostic.js';
import { AS_WRITTEN } from './odd-scalar.js';
import { parseYamlDocuments } from './parse-yaml.js';
import { Refusal } from './refusal.js';
import { isMap as isTable, type HelmMap } from './value.js';
import { YamlReader } from './yaml-node.js';
import { strictness } from './yaml-strictness.js';

/** A values file as Helm reads it. */
export interface ReadValues {
  /** The values; empty when there were errors. */
  readonly values: HelmMap;
  /** Where in the file a path such as `gateway.port` or `controllers[0].link.ref.name` stands, or the nearest part of it that does. */
  readonly place: (path: string) => Place | undefined;
  readonly diagnostics: readonly Diagnostic[];
}

/**
 * Reads a values file as Helm does: `sigs.k8s.io/yaml`, that is YAML 1.1 with go-yaml's types, the first document alone,
 * the last of equal keys, every number a float64.
 *
 * Reports VALUES_UNREADABLE.
 * @see https://github.com/kubernetes-sigs/yaml/blob/v1.6.0/yaml.go
 */
export function readValues(text: string, file?: string): ReadValues {
  const lines = new LineCounter();
  const source = normalized(text);
  const documents = parseYamlDocuments(source, { ...AS_WRITTEN, lineCounter: lines });
  const [document] = documents;
  const at = (offset: number | undefined): Place => {
    if (offset === undefined) return {};
    const { line, col } = lines.linePos(offset);
    return { line, column: col };
  };
  const unreadable = (why: string, place: Place): ReadValues => ({
    values: {},
    place: () => undefined,
    diagnostics: [
      {
        code: 'VALUES_UNREADABLE',
        severity: 'error',
        message: 'the values cannot be read',
        why,
        ...(file !== undefined && { file }),
        ...place,
      },
    ],
  });
  if (document === undefined) {
    return /^(?: *(?:#[^\n\u2028\u2029]*)?(?:\n|$))*$/.test(source)
      ? { values: {}, place: () => undefined, diagnostics: [] }
      : unreadable('Helm fails: there is no document behind what begins one', at(0));
  }
  const broken = document.errors.find((error) => error.code !== 'TAG_RESOLVE_FAILED');
  if (broken !== undefined) return unreadable(parserWords(broken.message), at(broken.pos[0]));
  const stricter = strictness(document, source, documents[1]?.range[0] ?? source.length);
  if (stricter !== undefined) return unreadable(stricter.what, at(stricter.offset));
  const values = new YamlReader(document).read(document.contents);
  if (values instanceof Refusal) return unreadable(values.what, at(values.offset));
  if (values !== null && !isTable(values))
    return unreadable('Helm fails: a values file holds keys and values', at(0));
  return {
    values: values ?? {},
    place: (path) => {
      const offset = offsetOf(document, path);
      return offset === undefined ? undefined : at(offset);
    },
    diagnostics: [],
  };
}

/** The text without its byte order mark, with every line break of YAML 1.1 that means `\n` written as such. */
function normalized(text: string): string {
  return text.replace(/^\ufeff/, '').replace(/\r\n?|\u0085/g, '\n');
}

/** Where the deepest known part of a path begins: the key of a map, the item of a list. */
function offsetOf(document: Document, path: string): number | undefined {
  let node: unknown = document.contents;
  let offset: number | undefined;
  for (const step of path.match(/[^.[\]]+/g) ?? []) {
    if (isMap(node)) {
      const pair = node.items.findLast((item) => isScalar(item.key) && item.key.source === step);
      if (pair === undefined) return offset;
      offset = (pair.key as Node).range?.[0] ?? offset;
      node = pair.value;
    } else if (isSeq(node)) {
      node = node.items[Number(step)];
      offset = (node as Node | undefined)?.range?.[0] ?? offset;
    } else return offset;
  }
  return offset;
}
