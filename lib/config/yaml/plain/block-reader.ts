import { BeyondPlain } from './beyond-plain.js';
import { code, isKeyPart, isKeyStart } from './characters.js';
import type { FieldOffsets } from './field-offsets.js';
import { InlineReader } from './inline-reader.js';
import type { PlainDialect } from './plain-dialect.js';
import { readQuoted } from './quoted-scalar.js';
import { readTextBlock } from './text-block.js';

/** Deepest nesting that is read here. */
const maxDepth = 60;

/** Longest key, in characters; YAML knows none beyond 1024. */
const maxKeyLength = 1000;

/** Reads block mappings and lists, line by line; the current line is the next that is neither blank nor a comment. */
export class BlockReader {
  readonly #text: string;
  readonly #dialect: PlainDialect;
  readonly #offsets: FieldOffsets | undefined;
  readonly #inline: InlineReader;
  /** Indentation of the current line, -1 after the last one. */
  #indent = -1;
  #at = 0;
  #depth = 0;
  /** The key read last, where it began, and where its colon ended. */
  #key = '';
  #keyStart = -1;
  #keyEnd = 0;
  /** Where the value read last began and ended. */
  #valueStart = 0;
  #valueEnd = 0;

  constructor(text: string, dialect: PlainDialect, offsets: FieldOffsets | undefined) {
    this.#text = text;
    this.#dialect = dialect;
    this.#offsets = offsets;
    this.#inline = new InlineReader(text, dialect, offsets);
  }

  /** The mapping that the text is from `start` on. */
  document(start: number): Record<string, unknown> {
    this.#nextLine(start);
    if (this.#indent < 0 || this.#isItem()) throw new BeyondPlain();
    if (this.#offsets !== undefined) this.#offsets.start = this.#at;
    const isFlow = this.#text.charCodeAt(this.#at) === code.openMapping;
    const mapping = isFlow ? this.#flowMapping() : this.#mapping(this.#indent);
    if (this.#at !== this.#text.length) throw new BeyondPlain();
    return mapping;
  }

  /** A text that is one mapping in brackets, as all JSON of objects is. */
  #flowMapping(): Record<string, unknown> {
    const value = this.#inline.read(this.#at, -1);
    const next = this.#endOfLine(this.#inline.at);
    if (next === undefined) throw new BeyondPlain();
    this.#nextLine(next);
    return value as Record<string, unknown>;
  }

  /** Makes the first line from `start` on that says something the current one. */
  #nextLine(start: number): void {
    const text = this.#text;
    for (let line = start; ;) {
      const at = this.#blanks(line);
      const unit = text.charCodeAt(at);
      if (unit !== code.newline && unit !== code.hash && at < text.length) {
        this.#indent = at - line;
        this.#at = at;
        return;
      }
      const newline = text.indexOf('\n', at);
      if (newline === -1) {
        this.#indent = -1;
        this.#at = text.length;
        return;
      }
      line = newline + 1;
    }
  }

  #isItem(): boolean {
    return this.#text.charCodeAt(this.#at) === code.dash && this.#isBlank(this.#at + 1);
  }

  /** Reads the key at `start`, and says whether one stands there. */
  #readKey(start: number): boolean {
    if (this.#keyStart === start) return true;
    const text = this.#text;
    const first = text.charCodeAt(start);
    let end = start;
    let quoted: string | undefined;
    if (isKeyStart(first)) while (isKeyPart(text.charCodeAt(end))) end += 1;
    else if (first === code.doubleQuote || first === code.singleQuote)
      ({ text: quoted, end } = readQuoted(text, start));
    if (end === start || text.charCodeAt(end) !== code.colon || !this.#isBlank(end + 1)) return false;
    if (end - start > maxKeyLength || quoted === '__proto__') throw new BeyondPlain();
    this.#key = quoted ?? this.#dialect.key(text.slice(start, end));
    this.#keyStart = start;
    this.#keyEnd = end + 1;
    return true;
  }

  #mapping(indent: number): Record<string, unknown> {
    const mapping: Record<string, unknown> = {};
    while (this.#indent === indent && !this.#isItem()) {
      const start = this.#at;
      if (!this.#readKey(start)) throw new BeyondPlain();
      const key = this.#key;
      if (Object.hasOwn(mapping, key)) throw new BeyondPlain();
      mapping[key] = this.#value(this.#keyEnd, indent, true);
      this.#offsets?.set(mapping, key, { key: start, value: this.#valueStart, end: this.#valueEnd });
    }
    if (this.#indent > indent) throw new BeyondPlain();
    return mapping;
  }

  #list(indent: number): unknown[] {
    const list: unknown[] = [];
    while (this.#indent === indent && this.#isItem()) {
      const start = this.#blanks(this.#at + 1);
      const value = this.#readKey(start)
        ? this.#compactMapping(start, indent)
        : this.#value(this.#at + 1, indent, false);
      list.push(value);
      const from = this.#valueStart;
      this.#offsets?.set(list, list.length - 1, { key: from, value: from, end: this.#valueEnd });
    }
    if (this.#indent > indent) throw new BeyondPlain();
    return list;
  }

  /** A mapping whose first key stands on the line of its dash. */
  #compactMapping(start: number, indent: number): Record<string, unknown> {
    this.#indent = indent + (start - this.#at);
    this.#at = start;
    return this.#collection(() => this.#mapping(this.#indent));
  }

  /** What follows a key's colon or a dash: on the same line, or in deeper lines below. */
  #value(after: number, indent: number, ofKey: boolean): unknown {
    const from = this.#blanks(after);
    const rest = this.#endOfLine(after);
    if (rest !== undefined) {
      this.#nextLine(rest);
      if (this.#indent > indent || (ofKey && this.#indent === indent && this.#isItem())) {
        const inner = this.#indent;
        return this.#collection(() => (this.#isItem() ? this.#list(inner) : this.#mapping(inner)));
      }
      this.#valueStart = after;
      this.#valueEnd = after;
      return null;
    }
    const first = this.#text.charCodeAt(from);
    if (first === code.pipe || first === code.greater) {
      const { text, end } = readTextBlock(this.#text, from, indent);
      this.#nextLine(end);
      this.#valueStart = from;
      this.#valueEnd = end;
      return text;
    }
    const value = this.#inline.read(from, indent);
    const end = this.#inline.at;
    const next = this.#endOfLine(end);
    if (next === undefined) throw new BeyondPlain();
    this.#nextLine(next);
    // a deeper line would go on with the value, or be wrong
    if (this.#indent > indent) throw new BeyondPlain();
    this.#valueStart = from;
    this.#valueEnd = end;
    return value;
  }

  /** A collection that begins at the current line. */
  #collection<T>(read: () => T): T {
    const from = this.#at;
    this.#depth += 1;
    if (this.#depth > maxDepth) throw new BeyondPlain();
    const value = read();
    this.#depth -= 1;
    this.#valueStart = from;
    this.#valueEnd = from;
    return value;
  }

  /** Where the next line begins, if nothing but a comment is left of this one. */
  #endOfLine(from: number): number | undefined {
    const text = this.#text;
    const at = this.#blanks(from);
    const unit = text.charCodeAt(at);
    if (unit === code.newline) return at + 1;
    if (at === text.length) return at;
    if (unit !== code.hash || at === from) return undefined;
    const newline = text.indexOf('\n', at);
    return newline === -1 ? text.length : newline + 1;
  }

  #blanks(from: number): number {
    let at = from;
    while (this.#text.charCodeAt(at) === code.space) at += 1;
    return at;
  }

  #isBlank(at: number): boolean {
    const unit = this.#text.charCodeAt(at);
    return unit === code.space || unit === code.newline || at >= this.#text.length;
  }
}
