import {
  isAlias,
  isMap,
  isScalar,
  isSeq,
  type Alias,
  type Document,
  type LineCounter,
  type Node,
} from 'yaml';
import { nowhere, type Locate, type Position, type Step } from './field.js';

/**
 * Finds places in a parsed document: of the value at a path, else of its nearest parent that exists.
 *
 * `targets` tells what each alias stands for, `firstLine` how many lines are before this document in its file.
 */
export function locator(
  document: Document,
  targets: ReadonlyMap<Alias, Node>,
  lines: LineCounter,
  firstLine: number,
): Locate {
  const placeOf = (node: Node | null, key: unknown): Position => {
    // an empty value has its key's place: `port:` says more than the line below it
    const range =
      isScalar(node) && node.value === null && isScalar(key)
        ? key.range
        : (node?.range ?? (isScalar(key) ? key.range : null));
    if (range === null || range === undefined) return nowhere;
    const { line, col } = lines.linePos(range[0]);
    return { line: line + firstLine, column: col };
  };
  return (path: readonly Step[], part) => {
    let node: Node | null = document.contents;
    let key: unknown = null;
    // a map that stands below its key is best found by the key
    for (const step of path) {
      if (isAlias(node)) node = targets.get(node) ?? null;
      const next: { key: unknown; value: Node | null } | undefined = childOf(node, step);
      if (next === undefined) break;
      node = next.value;
      key = next.key;
    }
    return (part === 'key' || isMap(node) || isSeq(node)) && isScalar(key)
      ? placeOf(null, key)
      : placeOf(node, key);
  };
}

function childOf(node: Node | null, step: Step): { key: unknown; value: Node | null } | undefined {
  if (typeof step === 'number') {
    if (!isSeq(node) || step >= node.items.length) return undefined;
    return { key: null, value: node.items[step] as Node | null };
  }
  if (!isMap(node)) return undefined;
  // the last of equal keys wins, as in the data
  for (let i = node.items.length - 1; i >= 0; i--) {
    const item = node.items[i];
    if (item !== undefined && isScalar(item.key) && String(item.key.value) === step) {
      return { key: item.key, value: item.value as Node | null };
    }
  }
  return undefined;
}
