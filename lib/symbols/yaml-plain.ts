import { isAlias, isMap, isPair, isScalar, isSeq, type Alias, type Document, type Node } from 'yaml';

/** Why a document cannot be read as data, with the offset in its text. */
export interface Unreadable {
  readonly problem: string;
  readonly offset: number;
  /** True when the data can still be used, as after a duplicate key. */
  readonly usable: boolean;
}

const deepest = 200;
const mostAliasedNodes = 100_000;

/**
 * A parsed document as plain data, as an API server would see it: the last of two equal keys wins,
 * `<<` merges, aliases are followed.
 *
 * Bounded whatever the text is: nesting ends at 200 levels, aliases may unfold to 100,000 nodes, and an
 * alias within its own anchor is refused. Each limit and each duplicate key is told to `report`. `targets` takes in what
 * each alias stands for.
 */
export function plainOf(
  document: Document,
  targets: Map<Alias, Node>,
  report: (problem: Unreadable) => void,
): unknown {
  const anchors = new Map<string, Node>();
  const open = new Set<Node>();
  let aliased = 0;
  let inAlias = 0;

  const visit = (node: unknown, depth: number): unknown => {
    if (depth > deepest) {
      report({ problem: `nesting is deeper than ${deepest} levels`, offset: offsetOf(node), usable: false });
      throw new Stop();
    }
    if (inAlias > 0 && ++aliased > mostAliasedNodes) {
      report({ problem: 'aliases unfold without end', offset: offsetOf(node), usable: false });
      throw new Stop();
    }
    if (isScalar(node)) {
      if (node.anchor !== undefined) anchors.set(node.anchor, node);
      return node.value;
    }
    if (isAlias(node)) {
      const target = anchors.get(node.source);
      if (target === undefined) {
        report({
          problem: 'no anchor of its name stands before this alias',
          offset: offsetOf(node),
          usable: false,
        });
        throw new Stop();
      }
      if (open.has(target)) {
        report({
          problem: 'this alias stands within its own anchor',
          offset: offsetOf(node),
          usable: false,
        });
        throw new Stop();
      }
      targets.set(node, target);
      inAlias++;
      const value = visit(target, depth + 1);
      inAlias--;
      return value;
    }
    if (isSeq(node)) {
      if (node.anchor !== undefined) anchors.set(node.anchor, node);
      open.add(node);
      const list = node.items.map((item) => visit(item, depth + 1));
      open.delete(node);
      return list;
    }
    if (!isMap(node)) return null;
    if (node.anchor !== undefined) anchors.set(node.anchor, node);
    open.add(node);
    const map: Record<string, unknown> = {};
    const merged: unknown[] = [];
    for (const item of node.items) {
      if (!isPair(item)) continue;
      const key = keyText(item.key);
      const value = item.value === null ? null : visit(item.value, depth + 1);
      if (key === '<<' && isScalar(item.key) && item.key.type === 'PLAIN') {
        merged.push(value);
        continue;
      }
      if (Object.hasOwn(map, key)) {
        report({
          // without a colon it is as likely a value that begins with a bracket
          problem: `${item.value === null ? 'a key' : `the key \`${key}\``} stands here twice; the last one wins`,
          offset: offsetOf(item.key),
          usable: true,
        });
      }
      define(map, key, value);
    }
    for (const value of merged.flat()) {
      if (typeof value !== 'object' || value === null) continue;
      for (const [key, inherited] of Object.entries(value)) {
        if (!Object.hasOwn(map, key)) define(map, key, inherited);
      }
    }
    open.delete(node);
    return map;
  };

  try {
    return visit(document.contents, 0);
  } catch (stop) {
    if (stop instanceof Stop) return undefined;
    throw stop;
  }
}

/** Ends the conversion after the reason was reported. */
class Stop extends Error {}

/** Sets a key of any name: `__proto__` in a manifest is a key like any other. */
function define(map: Record<string, unknown>, key: string, value: unknown): void {
  if (key === '__proto__')
    Object.defineProperty(map, key, { value, enumerable: true, configurable: true, writable: true });
  else map[key] = value;
}

function keyText(key: unknown): string {
  const value = isScalar(key) ? key.value : key;
  if (typeof value === 'string') return value;
  return typeof value === 'number' || typeof value === 'boolean'
    ? String(value)
    : value === null
      ? 'null'
      : '';
}

function offsetOf(node: unknown): number {
  return (isScalar(node) || isMap(node) || isSeq(node) || isAlias(node)) && node.range ? node.range[0] : 0;
}
