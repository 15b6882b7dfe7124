import { BeyondPlain } from './beyond-plain.js';
import { code, holdsOddBlank, isFlowIndicator, isIndicator, isKeyPart, isKeyStart } from './characters.js';
import type { FieldOffsets } from './field-offsets.js';
import type { PlainDialect } from './plain-dialect.js';
import { readQuoted } from './quoted-scalar.js';

/** Deepest nesting of brackets that is read here. */
const maxDepth = 30;

/** Reads scalars of one line, and flow collections of one or several. */
export class InlineReader {
  /** Where reading goes on: after the last value. */
  at = 0;
  #depth = 0;
  /** Lines of a flow collection but the first stand deeper than this. */
  #indent = 0;
  readonly #text: string;
  readonly #dialect: PlainDialect;
  readonly #offsets: FieldOffsets | undefined;

  constructor(text: string, dialect: PlainDialect, offsets: FieldOffsets | undefined) {
    this.#text = text;
    this.#dialect = dialect;
    this.#offsets = offsets;
  }

  /** The value that begins at `from`, within a block of that indentation. */
  read(from: number, indent: number): unknown {
    this.at = from;
    this.#indent = indent;
    return this.#value(false);
  }

  #value(inFlow: boolean): unknown {
    switch (this.#text.charCodeAt(this.at)) {
      case code.openMapping:
        return this.#mapping();
      case code.openList:
        return this.#list();
      case code.doubleQuote:
      case code.singleQuote: {
        const { text, end } = readQuoted(this.#text, this.at);
        this.at = end;
        return text;
      }
      default:
        return this.#dialect.scalar(this.#plain(inFlow));
    }
  }

  /** Unquoted text: no indicator first; a colon or hash only within a word. */
  #plain(inFlow: boolean): string {
    const text = this.#text;
    const from = this.at;
    const first = text.charCodeAt(from);
    const isMark = first === code.dash || first === code.question || first === code.colon;
    if (isIndicator(first) || (isMark && endsWord(text.charCodeAt(from + 1)))) throw new BeyondPlain();
    let end = from;
    let isAscii = true;
    for (let at = from; at < text.length; at++) {
      const unit = text.charCodeAt(at);
      if (unit === code.space) continue;
      if (unit === code.newline || (inFlow && isFlowIndicator(unit))) break;
      if (unit === code.hash && end < at) break;
      if (unit === code.colon) {
        const next = text.charCodeAt(at + 1);
        if (inFlow ? endsWord(next) : isBlank(next)) throw new BeyondPlain();
      }
      if (unit > 0x7e) isAscii = false;
      end = at + 1;
    }
    this.at = end;
    const plain = text.slice(from, end);
    if (plain === '' || (!isAscii && holdsOddBlank(plain))) throw new BeyondPlain();
    return plain;
  }

  #mapping(): Record<string, unknown> {
    const mapping: Record<string, unknown> = {};
    this.#items(code.closeMapping, () => {
      const start = this.at;
      const key = this.#key();
      if (Object.hasOwn(mapping, key)) throw new BeyondPlain();
      this.#blanks();
      const value = this.at;
      mapping[key] = this.#value(true);
      this.#offsets?.set(mapping, key, { key: start, value, end: this.at });
    });
    return mapping;
  }

  /** A key and its colon; unquoted ones want a blank behind it. */
  #key(): string {
    const text = this.#text;
    const first = text.charCodeAt(this.at);
    let key: string;
    if (first === code.doubleQuote || first === code.singleQuote) {
      const quoted = readQuoted(text, this.at);
      if (quoted.text === '__proto__') throw new BeyondPlain();
      key = quoted.text;
      this.at = quoted.end;
    } else {
      let end = this.at;
      if (!isKeyStart(first)) throw new BeyondPlain();
      while (isKeyPart(text.charCodeAt(end))) end += 1;
      key = this.#dialect.key(text.slice(this.at, end));
      this.at = end;
      if (text.charCodeAt(end + 1) !== code.space) throw new BeyondPlain();
    }
    if (text.charCodeAt(this.at) !== code.colon) throw new BeyondPlain();
    this.at += 1;
    return key;
  }

  #list(): unknown[] {
    const list: unknown[] = [];
    this.#items(code.closeList, () => {
      const start = this.at;
      list.push(this.#value(true));
      this.#offsets?.set(list, list.length - 1, { key: start, value: start, end: this.at });
    });
    return list;
  }

  #items(close: number, item: () => void): void {
    const text = this.#text;
    this.#depth += 1;
    if (this.#depth > maxDepth) throw new BeyondPlain();
    this.at += 1;
    this.#blanks();
    while (text.charCodeAt(this.at) !== close) {
      item();
      this.#blanks();
      if (text.charCodeAt(this.at) === close) break;
      if (text.charCodeAt(this.at) !== code.comma) throw new BeyondPlain();
      this.at += 1;
      this.#blanks();
    }
    this.at += 1;
    this.#depth -= 1;
  }

  /** Blanks, comments, and ends of lines if the next line stands deep enough. */
  #blanks(): void {
    const text = this.#text;
    for (;;) {
      const before = this.at;
      while (text.charCodeAt(this.at) === code.space) this.at += 1;
      const unit = text.charCodeAt(this.at);
      if (unit === code.hash && this.at > before) this.at = endOfLine(text, this.at);
      else if (unit !== code.newline) return;
      const line = this.at + 1;
      this.at = line;
      while (text.charCodeAt(this.at) === code.space) this.at += 1;
      const next = text.charCodeAt(this.at);
      const column = this.at - line;
      if (next !== code.newline && column <= this.#indent && !this.#isLastBracket(next, column))
        throw new BeyondPlain();
      if (next === code.hash) this.at = line;
    }
  }

  /** The outermost bracket may be closed right below the key that it belongs to. */
  #isLastBracket(unit: number, column: number): boolean {
    const isClosing = unit === code.closeList || unit === code.closeMapping;
    return isClosing && this.#depth === 1 && column === this.#indent;
  }
}

function endsWord(unit: number): boolean {
  return isBlank(unit) || isFlowIndicator(unit);
}

function isBlank(unit: number): boolean {
  // NaN beyond the end
  return !(unit > code.space);
}

function endOfLine(text: string, from: number): number {
  const newline = text.indexOf('\n', from);
  return newline === -1 ? text.length : newline;
}
