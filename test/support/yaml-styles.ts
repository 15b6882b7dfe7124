import { isList, isMap, type HelmMap, type HelmValue } from '../../lib/helm/value.js';

/**
 * Values as YAML in one of many styles that go-yaml reads alike: blocks and brackets by turns, the lines between
 * brackets and quotes indented as it comes.
 *
 * Style 0 is JSON on one line. Characters that YAML allows only as escapes are escaped.
 */
export function yamlText(values: HelmMap, style: number): string {
  return style === 0 ? quoted(values) : new Writer(style).text(values);
}

function quoted(value: HelmValue): string {
  return JSON.stringify(value).replace(
    /[\u007f-\u009f\u2028\u2029\ufeff\ufffe\uffff]/g,
    (character) => `\\u${character.charCodeAt(0).toString(16).padStart(4, '0')}`,
  );
}

class Writer {
  #state: number;

  constructor(style: number) {
    this.#state = style;
  }

  text(values: HelmMap): string {
    return Object.keys(values).length === 0 ? '{}\n' : `${this.#block(values, 0)}\n`;
  }

  /** Below `most`, and always the same for a style. */
  #choice(most: number): number {
    this.#state = (Math.imul(this.#state, 1_103_515_245) + 12_345) & 0x7fffffff;
    return (this.#state >>> 8) % most;
  }

  #block(value: HelmValue, column: number): string {
    if (isList(value) && value.length > 0)
      return value.map((item) => `- ${this.#node(item, column + 2, '')}`).join(`\n${' '.repeat(column)}`);
    if (!isMap(value)) return this.#flow(value, column);
    return Object.entries(value)
      .map(([key, item]) => `${quoted(key)}: ${this.#node(item ?? null, column + 1, '\n')}`)
      .join(`\n${' '.repeat(column)}`);
  }

  /** What stands behind a key or dash; `before` is what goes before a block there. */
  #node(value: HelmValue, column: number, before: string): string {
    const isEmpty = typeof value !== 'object' || value === null || Object.keys(value).length === 0;
    if (isEmpty || this.#choice(2) === 0) return this.#flow(value, column);
    return `${before === '' ? '' : before + ' '.repeat(column)}${this.#block(value, column)}`;
  }

  #flow(value: HelmValue, column: number): string {
    if (typeof value === 'string') return this.#quotes(value, column);
    if (typeof value !== 'object' || value === null) return quoted(value);
    const items = isList(value)
      ? value.map((item) => this.#flow(item, column))
      : Object.entries(value).map(([key, item]) => `${quoted(key)}: ${this.#flow(item ?? null, column)}`);
    const [start, end] = isList(value) ? ['[', ']'] : ['{', '}'];
    const inside = items.map((item) => `${this.#blanks(column)}${item}`).join(',');
    return `${start}${inside}${this.#blanks(column)}${end}`;
  }

  /** Text between quotes, with a line break for some of its blanks. */
  #quotes(text: string, column: number): string {
    return quoted(text).replace(/(?<=[^\s"]) (?=[^\s"]|$)(?!---|\.\.\.)/g, () => this.#blanks(column) || ' ');
  }

  /** Nothing, a blank, or a line break and less indentation than the standard asks for, or more. */
  #blanks(column: number): string {
    const width = this.#choice(column + 4) - 2;
    return width < -1 ? '' : width < 0 ? ' ' : `\n${' '.repeat(width)}`;
  }
}
