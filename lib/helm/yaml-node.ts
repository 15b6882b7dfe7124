import { isAlias, isMap, isScalar, isSeq, type Document, type Node, type Pair, type Scalar } from 'yaml';
import { goFloat32 } from './go-text.js';
import { integer, plainScalar } from './plain-scalar.js';
import { Refusal } from './refusal.js';
import type { HelmValue } from './value.js';

const YAML_TAG = 'tag:yaml.org,2002:';
const ANCHOR = 'Helm fails: the name of an anchor holds something else than letters, digits, `-` and `_`';

/**
 * Reads a parsed document as `sigs.k8s.io/yaml` would (go-yaml v2): its own types of scalars, the last of equal keys wins,
 * merge keys are obeyed where they stand, keys become text.
 *
 * The document must have been parsed with the `failsafe` schema, so that every scalar still has its source.
 */
export class YamlReader {
  private readonly open = new Set<Node>();

  constructor(private readonly document: Document) {}

  /** The value of a node, or what Helm says of it. */
  read(node: Node | null): HelmValue | Refusal {
    if (node === null) return null;
    const anchor = isAlias(node) ? node.source : node.anchor;
    if (anchor !== undefined && !/^[\w-]+$/.test(anchor)) return new Refusal(ANCHOR);
    if (isAlias(node)) {
      const target = node.resolve(this.document);
      if (target === undefined) return new Refusal('Helm fails: an alias names no anchor', node.range?.[0]);
      return this.read(target);
    }
    if (isScalar(node)) return scalarValue(node);
    if (this.open.has(node)) return new Refusal('Helm fails: the anchor contains itself');
    this.open.add(node);
    const value = isMap(node)
      ? this.map(node.items as Pair<Node, Node | null>[])
      : isSeq(node)
        ? this.list(node.items as Node[])
        : null;
    this.open.delete(node);
    return value;
  }

  private list(items: readonly Node[]): HelmValue | Refusal {
    const list: HelmValue[] = [];
    for (const item of items) {
      const value = this.read(item);
      if (value instanceof Refusal) return value;
      list.push(value);
    }
    return list;
  }

  private map(pairs: readonly Pair<Node, Node | null>[]): HelmValue | Refusal {
    const map = new Map<string, HelmValue>();
    const types = new Map<string, string>();
    for (const { key, value } of pairs) {
      const refusal = isMergeKey(key) ? this.merge(value, map) : this.entry(key, value, map, types);
      if (refusal !== undefined) return refusal;
    }
    return Object.fromEntries(map);
  }

  private entry(
    key: Node,
    node: Node | null,
    into: Map<string, HelmValue>,
    types: Map<string, string>,
  ): Refusal | undefined {
    const name = this.keyName(key);
    if (name instanceof Refusal) return name;
    const value = this.read(node);
    if (value instanceof Refusal) return value;
    const type = this.keyType(key);
    if (into.has(name) && (types.get(name) ?? type) !== type)
      return new Refusal('Helm reads two keys as one, and keeps one of them by chance', key.range?.[0]);
    types.set(name, type);
    into.set(name, value);
    return undefined;
  }

  /** Later keys win over merged ones, and merged ones over earlier keys: go-yaml goes through a map in its order. */
  private merge(node: Node | null, into: Map<string, HelmValue>): Refusal | undefined {
    const target = isAlias(node) ? (node.resolve(this.document) ?? null) : node;
    if (isSeq(target) && !isAlias(node)) {
      for (const item of (target.items as Node[]).toReversed()) {
        const refusal = this.mergeMap(item, into);
        if (refusal !== undefined) return refusal;
      }
      return undefined;
    }
    return this.mergeMap(target, into);
  }

  private mergeMap(node: Node | null, into: Map<string, HelmValue>): Refusal | undefined {
    const target = isAlias(node) ? (node.resolve(this.document) ?? null) : node;
    if (!isMap(target)) return new Refusal('Helm fails: a merge key needs a map, or a list of maps');
    const value = this.read(target);
    if (value instanceof Refusal) return value;
    for (const [key, item] of Object.entries(value as object) as [string, HelmValue][]) into.set(key, item);
    return undefined;
  }

  /** A key as text: booleans and numbers are keys too, null, lists and maps are not. */
  private keyName(node: Node): string | Refusal {
    const key = this.read(node);
    if (key instanceof Refusal) return key;
    if (typeof key === 'string') return key;
    if (typeof key === 'boolean') return String(key);
    if (typeof key !== 'number')
      return new Refusal(`Helm fails: a key of a map is ${key === null ? 'null' : 'a map or a list'}`);
    if (!Number.isInteger(key)) return goFloat32(key);
    const source = isScalar(node) ? (node.source ?? '').replaceAll('_', '') : '';
    if (/^[-+]?(?:0|[1-9]\d*)$/.test(source)) return BigInt(source).toString();
    return isFloat(source) ? goFloat32(key) : BigInt(key).toString();
  }

  /** What tells a key from others of the same text: in Go the integer 1, the float 1.0 and the text 1 are three keys. */
  private keyType(node: Node): string {
    if (isScalar(node) && node.type !== 'PLAIN') return 'string';
    const key = this.read(node);
    if (typeof key !== 'number') return typeof key;
    const source = isScalar(node) ? (node.source ?? '') : '';
    return isFloat(source) ? `float ${key}` : 'integer';
  }
}

/** A number that is written with a point or an exponent. */
function isFloat(source: string): boolean {
  return /[.eE]/.test(source) && !/^[-+]?0x/i.test(source);
}

function isMergeKey(node: Node): boolean {
  return (
    isScalar(node) &&
    node.source === '<<' &&
    (node.type === 'PLAIN' ? node.tag === undefined : node.tag === `${YAML_TAG}merge`)
  );
}

function scalarValue(node: Scalar): HelmValue | Refusal {
  const text = atEndOfFile(node) ? (node.source ?? '').replace(/\n$/, '') : (node.source ?? '');
  const tag = node.tag?.startsWith(YAML_TAG) === true ? node.tag.slice(YAML_TAG.length) : node.tag;
  if (node.type === 'QUOTE_DOUBLE' && hasForeignEscape(node))
    return new Refusal('Helm fails: an escape that YAML 1.1 does not know');
  if (node.type === 'QUOTE_DOUBLE' && escapesBlankLines(node))
    return new Refusal('Helm reads blank lines behind an escaped line break as line breaks');
  if (isUnclosed(node)) return new Refusal('Helm fails: a quote is not closed');
  const plain = node.type === 'PLAIN' || node.type === undefined;
  if (tag === undefined) return plain ? json(plainScalar(text)) : text;
  return tagged(tag, text);
}

/** A block whose last line ends with the file: `yaml` adds the line break that is not there. */
function atEndOfFile({ type, srcToken }: Scalar): boolean {
  return (
    type?.startsWith('BLOCK') === true && srcToken?.type === 'block-scalar' && !srcToken.source.endsWith('\n')
  );
}

/** A scalar as it is written, quotes included. */
function sourceOf({ srcToken }: Scalar): string {
  return srcToken !== undefined && 'source' in srcToken ? srcToken.source : '';
}

/** Escapes that other readers take: `\/`, and halves of a surrogate pair. */
function hasForeignEscape(node: Scalar): boolean {
  const source = sourceOf(node);
  return (
    source.includes('\\') && !/^(?:[^\\]|\\(?!\/|u[dD][89a-fA-F]|U0000[dD][89a-fA-F])[^])*$/.test(source)
  );
}

/** A line break with a backslash before it, and a blank line behind it: other readers take it for one break less. */
function escapesBlankLines(node: Scalar): boolean {
  const source = sourceOf(node);
  return source.includes('\\') && /(?<!\\)(?:\\\\)*\\\r?\n[ \t]*\r?\n/.test(source);
}

/** Quotes whose end, at the end of the file, is none: `''` and `\"` stand for a quote. */
function isUnclosed(node: Scalar): boolean {
  if (node.type?.startsWith('QUOTE') !== true) return false;
  const quote = node.type === 'QUOTE_SINGLE' ? "'" : '"';
  const escaped = node.type === 'QUOTE_SINGLE' ? /''/g : /\\[^]/g;
  return !sourceOf(node).slice(1).replace(escaped, '').endsWith(quote);
}

/** A scalar with a tag: those of YAML are obeyed, any other makes it text. */
function tagged(tag: string, text: string): HelmValue | Refusal {
  const untagged = plainScalar(text);
  switch (tag) {
    case 'int': {
      const whole = integer(text.replaceAll('_', ''));
      return whole ?? cannotDecode(tag);
    }
    case 'float':
      return typeof untagged === 'number' ? json(untagged) : cannotDecode(tag);
    case 'bool':
      return typeof untagged === 'boolean' ? untagged : cannotDecode(tag);
    case 'null':
      return untagged === null ? null : cannotDecode(tag);
    case 'timestamp':
      return new Refusal('Helm reads the tag !!timestamp as a date');
    case 'binary':
      return /^[A-Za-z\d+/\s]*={0,2}\s*$/.test(text)
        ? Buffer.from(text, 'base64').toString('utf8')
        : new Refusal('Helm fails: !!binary holds no base64');
    default:
      return text;
  }
}

function cannotDecode(tag: string): Refusal {
  return new Refusal(`Helm fails: it cannot be read as !!${tag}`);
}

/** JSON has no infinities and no NaN. */
function json(value: null | boolean | number | string): HelmValue | Refusal {
  if (typeof value !== 'number' || Number.isFinite(value)) return value;
  return new Refusal('Helm fails: JSON has no infinity and no NaN');
}
