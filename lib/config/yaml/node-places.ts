import { isAlias, isMap, isScalar, isSeq, type Alias, type Node, type Pair } from 'yaml';
import { plainScalar } from '../../helm/plain-scalar.js';
import type { FieldPath } from '../loaded-config.js';
import { isMergeKey, keyText } from './node-data.js';

/** Where a field stands in the tree of a document. */
export interface FieldNode {
  /** The key, for a field of a mapping. */
  readonly key?: Node;
  readonly value: Node | null;
  /** False when the path leads on from here but nothing stands there. */
  readonly exact: boolean;
}

/** Follows a path through mappings, lists, aliases and merge keys as far as it goes. */
export function fieldNode(root: Node | null, path: FieldPath, targets: ReadonlyMap<Alias, Node>): FieldNode {
  let at: FieldNode = { value: root, exact: true };
  for (const step of path) {
    const node = follow(at.value, targets);
    const next = isMap(node) ? pairOf(node.items, String(step), targets) : itemOf(node, step);
    if (next === undefined) return { ...at, exact: false };
    at = next;
  }
  return at;
}

function itemOf(node: Node | null, step: string | number): FieldNode | undefined {
  if (!isSeq(node) || typeof step !== 'number') return undefined;
  const item = node.items[step] as Node | undefined;
  return item === undefined ? undefined : { value: item, exact: true };
}

/** Pairs of a mapping by key, the last of equal ones; made at the first question, as mappings may be long. */
const pairsByKey = new WeakMap<readonly Pair[], ReadonlyMap<string, Pair>>();

function ownPair(items: readonly Pair[], key: string): Pair | undefined {
  let pairs = pairsByKey.get(items);
  if (pairs === undefined) {
    const named = items.filter((pair) => !isMergeKey(pair.key));
    // Helm may read a key as another text than is written: `on` as `true`
    pairs = new Map([
      ...named.map((pair): [string, Pair] => [helmText(pair.key), pair]),
      ...named.map((pair): [string, Pair] => [keyText(pair.key) ?? '', pair]),
    ]);
    pairsByKey.set(items, pairs);
  }
  return pairs.get(key);
}

function helmText(key: unknown): string {
  if (!isScalar(key) || key.type !== 'PLAIN' || key.source === undefined) return '';
  return String(plainScalar(key.source));
}

function pairOf(
  items: readonly Pair[],
  key: string,
  targets: ReadonlyMap<Alias, Node>,
): FieldNode | undefined {
  const own = ownPair(items, key);
  if (own !== undefined) return { key: own.key as Node, value: own.value as Node | null, exact: true };
  for (const pair of items) {
    if (!isMergeKey(pair.key)) continue;
    const named = pair.value as Node | null;
    const sources = isSeq(named) ? (named.items as Node[]) : [named];
    for (const source of sources) {
      const node = follow(source, targets);
      const merged = isMap(node) ? pairOf(node.items, key, targets) : undefined;
      if (merged !== undefined) return merged;
    }
  }
  return undefined;
}

function follow(node: Node | null, targets: ReadonlyMap<Alias, Node>): Node | null {
  return isAlias(node) ? (targets.get(node) ?? null) : node;
}

/** True for a value of which nothing is written: its place is that of its key. */
export function isLeftOut(node: Node | null): boolean {
  return node === null || (isScalar(node) && node.range?.[0] === node.range?.[1]);
}

/** True for a scalar that is written out, so that a caret can stand under it. */
export function isWritten(node: Node | null): boolean {
  return isAlias(node) || (isScalar(node) && !isLeftOut(node));
}
