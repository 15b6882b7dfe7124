import { BeyondPlain } from './beyond-plain.js';
import type { FieldOffsets } from './field-offsets.js';
import { InlineReader } from './inline-reader.js';
import { plainKey } from './plain-scalar.js';

const blockKey = /(?:"([^"\\\n]*)"|'([^'\n]*)'|([A-Za-z0-9_][\w./-]*)):(?= |\n|$)/y;
const blankRest = /(?: +#.*| *)(?:\n|$)/y;

/** Deepest nesting that is read here. */
const maxDepth = 60;

/** Reads block mappings and lists, line by line; the current line is the next that is neither blank nor a comment. */
export class BlockReader {
  readonly #text: string;
  readonly #offsets: FieldOffsets | undefined;
  readonly #inline: InlineReader;
  /** Indentation of the current line, -1 after the last one. */
  #indent = -1;
  #at = 0;
  #depth = 0;

  constructor(text: string, offsets: FieldOffsets | undefined) {
    this.#text = text;
    this.#offsets = offsets;
    this.#inline = new InlineReader(text, offsets);
  }

  /** The mapping that the text is. */
  document(): Record<string, unknown> {
    this.#nextLine(0);
    if (this.#text.startsWith('---\n', this.#at)) this.#nextLine(this.#at + 4);
    if (this.#indent !== 0 || this.#isItem()) throw new BeyondPlain();
    const mapping = this.#mapping(0);
    if (this.#at !== this.#text.length) throw new BeyondPlain();
    return mapping;
  }

  /** Makes the first line from `start` on that says something the current one. */
  #nextLine(start: number): void {
    let at = start;
    for (;;) {
      const lineStart = at;
      while (this.#text[at] === ' ') at += 1;
      const char = this.#text[at];
      if (char === undefined) {
        this.#end();
        return;
      }
      if (char !== '\n' && char !== '#') {
        this.#indent = at - lineStart;
        this.#at = at;
        return;
      }
      const newline = this.#text.indexOf('\n', at);
      if (newline === -1) {
        this.#end();
        return;
      }
      at = newline + 1;
    }
  }

  #end(): void {
    this.#indent = -1;
    this.#at = this.#text.length;
  }

  #isItem(): boolean {
    const next = this.#text[this.#at + 1];
    return this.#text[this.#at] === '-' && (next === ' ' || next === '\n' || next === undefined);
  }

  #mapping(indent: number): Record<string, unknown> {
    const mapping: Record<string, unknown> = {};
    while (this.#indent === indent && !this.#isItem()) {
      const start = this.#at;
      blockKey.lastIndex = start;
      const match = blockKey.exec(this.#text);
      if (match === null) throw new BeyondPlain();
      const key = match[1] ?? match[2] ?? plainKey(match[3] ?? '');
      if (Object.hasOwn(mapping, key) || key === '__proto__') throw new BeyondPlain();
      const [value, from, end] = this.#value(blockKey.lastIndex, indent, true);
      mapping[key] = value;
      this.#offsets?.set(mapping, key, { key: start, value: from, end });
    }
    if (this.#indent > indent) throw new BeyondPlain();
    return mapping;
  }

  #list(indent: number): unknown[] {
    const list: unknown[] = [];
    while (this.#indent === indent && this.#isItem()) {
      const start = this.#blanks(this.#at + 1);
      blockKey.lastIndex = start;
      const isMapping = this.#text[start] !== '\n' && blockKey.test(this.#text);
      const [value, from, end] = isMapping
        ? this.#compactMapping(start, indent)
        : this.#value(this.#at + 1, indent, false);
      list.push(value);
      this.#offsets?.set(list, list.length - 1, { key: from, value: from, end });
    }
    if (this.#indent > indent) throw new BeyondPlain();
    return list;
  }

  /** A mapping whose first key stands on the line of its dash. */
  #compactMapping(start: number, indent: number): [unknown, number, number] {
    this.#indent = indent + (start - this.#at);
    this.#at = start;
    const mapping = this.#nested(() => this.#mapping(this.#indent));
    return [mapping, start, start];
  }

  /** What follows a key's colon or a dash: on the same line, or in deeper lines below. */
  #value(after: number, indent: number, ofKey: boolean): [unknown, number, number] {
    blankRest.lastIndex = after;
    if (blankRest.test(this.#text)) {
      const rest = blankRest.lastIndex;
      this.#nextLine(rest);
      const isNested = this.#indent > indent || (ofKey && this.#indent === indent && this.#isItem());
      if (!isNested) return [null, after, after];
      const from = this.#at;
      const inner = this.#indent;
      return [this.#nested(() => (this.#isItem() ? this.#list(inner) : this.#mapping(inner))), from, from];
    }
    const from = this.#blanks(after);
    this.#inline.at = from;
    const value = this.#inline.read();
    const { end } = this.#inline;
    blankRest.lastIndex = end;
    if (!blankRest.test(this.#text)) throw new BeyondPlain();
    this.#nextLine(blankRest.lastIndex);
    // a deeper line would go on with the value, or be wrong
    if (this.#indent > indent) throw new BeyondPlain();
    return [value, from, end];
  }

  #nested<T>(read: () => T): T {
    this.#depth += 1;
    if (this.#depth > maxDepth) throw new BeyondPlain();
    const value = read();
    this.#depth -= 1;
    return value;
  }

  #blanks(from: number): number {
    let at = from;
    while (this.#text[at] === ' ') at += 1;
    return at;
  }
}
