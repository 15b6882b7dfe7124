import {
  isAlias,
  isMap,
  isPair,
  isScalar,
  isSeq,
  type Alias,
  type Node,
  type Pair,
  type YAMLMap,
} from 'yaml';
import type { Diagnostic } from '../../diagnostics/diagnostic.js';
import type { Positions } from './positions.js';

/** Most values that aliases and merge keys may make of one file. */
const maxValues = 2_000_000;

/** Plain data of a document, and what each of its aliases stands for. */
export interface NodeData {
  readonly data: unknown;
  readonly targets: ReadonlyMap<Alias, Node>;
  readonly diagnostics: readonly Diagnostic[];
}

interface Sized {
  readonly data: unknown;
  /** How many values a walk over `data` meets. */
  readonly size: number;
}

/**
 * Plain data of a document: aliases share what they stand for, merge keys fill in what a mapping lacks.
 *
 * Reports YAML_DUPLICATE_KEY, YAML_SYNTAX for keys that are no text and aliases that stand for nothing, and
 * YAML_TOO_LARGE where aliases of aliases grow beyond use.
 */
export function nodeData(root: Node | null, positions: Positions): NodeData {
  const reader = new NodeReader(positions);
  const { data } = root === null ? { data: null } : reader.read(root);
  return { data, targets: reader.targets, diagnostics: reader.diagnostics };
}

/** The text of a mapping's key as its reader sees it; undefined for a key that is a list or mapping. */
export function keyText(key: unknown): string | undefined {
  if (!isScalar(key)) return undefined;
  if (typeof key.value === 'string') return key.value;
  if (key.value === null || key.value === undefined) return undefined;
  return typeof key.value === 'boolean' ? String(key.value) : key.source;
}

/** True for the key `<<`, which merges the mappings it names into the one it stands in. */
export function isMergeKey(key: unknown): boolean {
  return isScalar(key) && key.type === 'PLAIN' && key.source === '<<';
}

/** Sets a key on plain data, `__proto__` like any other. */
function setOwn(data: Record<string, unknown>, key: string, value: unknown): void {
  if (key === '__proto__') {
    Object.defineProperty(data, key, { value, enumerable: true, writable: true, configurable: true });
  } else data[key] = value;
}

class NodeReader {
  readonly diagnostics: Diagnostic[] = [];
  readonly targets = new Map<Alias, Node>();
  readonly #positions: Positions;
  readonly #anchors = new Map<string, { node: Node; sized?: Sized }>();
  #total = 0;

  constructor(positions: Positions) {
    this.#positions = positions;
  }

  read(node: Node): Sized {
    if (isAlias(node)) return this.#alias(node);
    const anchor = 'anchor' in node && typeof node.anchor === 'string' ? node.anchor : undefined;
    const entry: { node: Node; sized?: Sized } = { node };
    if (anchor !== undefined) this.#anchors.set(anchor, entry);
    const sized = this.#content(node);
    entry.sized = sized;
    return sized;
  }

  #content(node: Node): Sized {
    if (isMap(node)) return this.#map(node);
    if (isSeq(node)) {
      const items = node.items.map((item) =>
        isPair(item) ? this.#map({ items: [item] }) : this.read(item as Node),
      );
      return { data: items.map((item) => item.data), size: items.reduce((sum, item) => sum + item.size, 1) };
    }
    return { data: isScalar(node) ? node.value : null, size: 1 };
  }

  #map(node: Pick<YAMLMap, 'items'>): Sized {
    const data: Record<string, unknown> = {};
    const firsts = new Map<string, Node>();
    let size = 1;
    const merges: Pair[] = [];
    for (const pair of node.items) {
      if (isMergeKey(pair.key)) {
        merges.push(pair);
        continue;
      }
      const key = keyText(pair.key);
      const keyNode = pair.key as Node;
      if (key === undefined) {
        this.#report('YAML_SYNTAX', 'a key must be text', keyNode, 'write a word before the colon');
        continue;
      }
      const first = firsts.get(key);
      if (first === undefined) firsts.set(key, keyNode);
      else {
        // without a colon it is as likely a value that begins with a bracket
        this.#duplicate(pair.value === null ? 'a key' : `the key \`${key}\``, keyNode, first);
      }
      const value = pair.value === null ? { data: null, size: 1 } : this.read(pair.value as Node);
      size += value.size;
      setOwn(data, key, value.data);
    }
    for (const pair of merges) size += this.#merge(data, pair);
    return { data, size };
  }

  /** Adds the keys that `data` lacks: of several mappings the first that has a key wins. */
  #merge(data: Record<string, unknown>, pair: Pair): number {
    const named = pair.value as Node | null;
    const sources = isSeq(named) ? (named.items as Node[]) : named === null ? [] : [named];
    let size = 0;
    for (const source of sources) {
      const read = this.read(source);
      if (typeof read.data !== 'object' || read.data === null || Array.isArray(read.data)) {
        this.#report(
          'YAML_SYNTAX',
          'a merge key needs a mapping',
          source,
          'name an anchor of a mapping: `<<: *name`',
        );
        continue;
      }
      size += read.size;
      for (const [key, value] of Object.entries(read.data)) {
        if (!Object.hasOwn(data, key)) setOwn(data, key, value);
      }
    }
    return size;
  }

  #alias(node: Alias): Sized {
    const anchor = this.#anchors.get(node.source);
    if (anchor === undefined) {
      this.#report(
        'YAML_SYNTAX',
        'no anchor of its name stands above this alias',
        node,
        'put its name with `&` before the value that is meant, further up; quote text that begins with `*`',
      );
      return { data: null, size: 1 };
    }
    if (anchor.sized === undefined) {
      this.#report('YAML_SYNTAX', 'the alias stands within its own anchor', node, 'write the value out');
      return { data: null, size: 1 };
    }
    this.targets.set(node, anchor.node);
    this.#total += anchor.sized.size;
    if (this.#total <= maxValues) return anchor.sized;
    if (!this.diagnostics.some((d) => d.code === 'YAML_TOO_LARGE')) {
      this.#report(
        'YAML_TOO_LARGE',
        `aliases make more than ${maxValues} values of this file`,
        node,
        'write the values out, or name fewer aliases within anchors',
      );
    }
    return { data: null, size: 1 };
  }

  #duplicate(what: string, again: Node, first: Node): void {
    const before = this.#positions.placeAt(first.range?.[0] ?? 0);
    this.diagnostics.push({
      code: 'YAML_DUPLICATE_KEY',
      severity: 'error',
      message: `${what} stands twice in one mapping`,
      why: 'Helm lets the last one win as a whole, other readers refuse the file or take the first',
      fix: 'join the two, or remove one',
      related: [{ message: 'first here', ...before }],
      ...this.#positions.placeAt(again.range?.[0] ?? 0),
    });
  }

  #report(code: 'YAML_SYNTAX' | 'YAML_TOO_LARGE', message: string, node: Node, fix?: string): void {
    const place = this.#positions.placeAt(node.range?.[0] ?? 0);
    this.diagnostics.push({
      code,
      severity: 'error',
      message,
      ...(fix === undefined ? {} : { fix }),
      ...place,
    });
  }
}
