import { BeyondPlain } from './beyond-plain.js';
import type { FieldOffsets } from './field-offsets.js';
import { plainKey, plainScalar } from './plain-scalar.js';

const quoted = /"([^"\\\n]*)"|'([^'\n]*)'/y;
const flowKey = /(?:"([^"\\\n]*)"|'([^'\n]*)'|([A-Za-z0-9_][\w./-]*)(?=: )) ?: */y;
/** Unquoted text: no indicator at its start; a colon or hash only within a word. */
const block = /[^\s\-?:,[\]{}#&*!|>'"%@`](?:[^\s:#]|:(?=\S)|(?<=\S)#| +(?=[^\s#]))*/y;
const flow = /[^\s\-?:,[\]{}#&*!|>'"%@`](?:[^\s:#,[\]{}]|:(?=[^\s,[\]{}])|(?<=\S)#| +(?=[^\s#,[\]{}]))*/y;

/** Deepest nesting of brackets that is read here. */
const maxDepth = 30;

/** Reads values that begin and end on one line: scalars and flow collections. */
export class InlineReader {
  /** Where reading goes on. */
  at = 0;
  /** Where the last value ended. */
  end = 0;
  #depth = 0;
  readonly #text: string;
  readonly #offsets: FieldOffsets | undefined;

  constructor(text: string, offsets: FieldOffsets | undefined) {
    this.#text = text;
    this.#offsets = offsets;
  }

  /** The value that begins at `at`. */
  read(within: 'block' | 'flow' = 'block'): unknown {
    const char = this.#text[this.at];
    const value =
      char === '{'
        ? this.#mapping()
        : char === '['
          ? this.#list()
          : char === '"' || char === "'"
            ? this.#match(quoted).slice(1, -1)
            : plainScalar(this.#match(within === 'flow' ? flow : block));
    this.end = this.at;
    return value;
  }

  #match(pattern: RegExp): string {
    pattern.lastIndex = this.at;
    const match = pattern.exec(this.#text);
    if (match === null) throw new BeyondPlain();
    this.at = pattern.lastIndex;
    return match[0];
  }

  #mapping(): Record<string, unknown> {
    const mapping: Record<string, unknown> = {};
    this.#items('}', () => {
      const start = this.at;
      flowKey.lastIndex = start;
      const match = flowKey.exec(this.#text);
      if (match === null) throw new BeyondPlain();
      this.at = flowKey.lastIndex;
      const key = match[1] ?? match[2] ?? plainKey(match[3] ?? '');
      if (Object.hasOwn(mapping, key) || key === '__proto__') throw new BeyondPlain();
      const value = this.at;
      mapping[key] = this.read('flow');
      this.#offsets?.set(mapping, key, { key: start, value, end: this.end });
    });
    return mapping;
  }

  #list(): unknown[] {
    const list: unknown[] = [];
    this.#items(']', () => {
      const start = this.at;
      list.push(this.read('flow'));
      this.#offsets?.set(list, list.length - 1, { key: start, value: start, end: this.end });
    });
    return list;
  }

  #items(close: string, item: () => void): void {
    this.#depth += 1;
    if (this.#depth > maxDepth) throw new BeyondPlain();
    this.at += 1;
    this.#blanks();
    if (this.#text[this.at] !== close) {
      for (;;) {
        item();
        this.#blanks();
        if (this.#text[this.at] === close) break;
        if (this.#text[this.at] !== ',') throw new BeyondPlain();
        this.at += 1;
        this.#blanks();
      }
    }
    this.at += 1;
    this.#depth -= 1;
  }

  #blanks(): void {
    while (this.#text[this.at] === ' ') this.at += 1;
  }
}
