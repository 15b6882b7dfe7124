import { isList, isMap, type HelmMap, type HelmValue } from './value.js';

type Table = Record<string, HelmValue | undefined>;

/** What stops a `--set` expression, in a few words; never leaves this file. */
class SetError extends Error {}

const MAX_INDEX = 65536;
const MAX_DEPTH = 30;

/** A table that may be changed, down to its lists. */
function changeable(value: HelmValue | undefined): HelmValue {
  if (isMap(value)) return table(value);
  return isList(value) ? value.map(changeable) : (value ?? null);
}

function table(values: HelmMap): Table {
  const copy = Object.create(null) as Table;
  for (const [key, value] of Object.entries(values)) copy[key] = changeable(value);
  return copy;
}

/** A value as `--set` types it: booleans, null and whole numbers; everything else, fractions included, is text. */
function typed(text: string): HelmValue {
  if (/^true$/i.test(text)) return true;
  if (/^false$/i.test(text)) return false;
  if (/^null$/i.test(text)) return null;
  if (text !== '0' && !/^[-+]?\d+$/.test(text)) return text;
  if (text.startsWith('0') && text !== '0') return text;
  const value = BigInt(text.replace(/^\+/, ''));
  return BigInt.asIntN(64, value) === value ? value : text;
}

/** Reads `a.b=1,c[0].d={x,y}` left to right into a table. */
class SetParser {
  private position = 0;
  private readonly characters: readonly string[];

  constructor(
    expression: string,
    private readonly asText: boolean,
  ) {
    this.characters = Array.from(expression);
  }

  parseInto(target: Table): void {
    while (this.assignment(target, 0) === 'more');
  }

  /** Text up to one of the stops, which is consumed as well; a backslash takes the next character as it is. */
  private until(stops: string): { text: string; stop: string | undefined } {
    let text = '';
    while (this.position < this.characters.length) {
      const character = this.characters[this.position++] ?? '';
      if (stops.includes(character)) return { text, stop: character };
      if (character !== '\\') text += character;
      else text += this.characters[this.position++] ?? '';
    }
    return { text, stop: undefined };
  }

  /** One key and what is set there; `end` when there was nothing left. */
  private assignment(target: Table, depth: number): 'more' | 'end' {
    const { text: key, stop } = this.until('=[,.');
    switch (stop) {
      case undefined:
        if (key === '') return 'end';
        throw new SetError(`key \`${key}\` has no value`);
      case '=': {
        const { value, rest } = this.value();
        set(target, key, value);
        return rest;
      }
      case '[':
        return this.listAssignment(target, key, depth);
      case '.':
        return this.tableAssignment(target, key, depth + 1);
      default:
        throw new SetError(`key \`${key}\` has no value`);
    }
  }

  private tableAssignment(target: Table, key: string, depth: number): 'more' | 'end' {
    if (depth > MAX_DEPTH) throw new SetError(`more than ${MAX_DEPTH} keys in one another`);
    const before = target[key];
    if (key in target && !isMap(before)) throw new SetError(`\`${key}\` is no table`);
    const inner = isMap(before) ? before : (Object.create(null) as Table);
    const rest = this.assignment(inner, depth);
    const isEmpty = Object.keys(inner).length === 0;
    if (isEmpty && rest === 'more') throw new SetError(`key \`${key}\` has no value`);
    if (!isEmpty) set(target, key, inner);
    return rest;
  }

  private listAssignment(target: Table, key: string, depth: number): 'more' | 'end' {
    const index = this.index();
    const before = target[key];
    if (key in target && !isList(before)) throw new SetError(`\`${key}\` is no list`);
    const list = isList(before) ? [...before] : [];
    const rest = this.item(list, index, depth);
    set(target, key, list);
    return rest;
  }

  private index(): number {
    const { text, stop } = this.until(']');
    if (stop === undefined || !/^[-+]?\d+$/.test(text)) throw new SetError(`\`[${text}\` is no index`);
    const index = Number(text);
    if (index < 0 || index > MAX_INDEX) throw new SetError(`the index ${text} is out of range`);
    return index;
  }

  /** What follows `]`: a value, another index, or a key within the item. */
  private item(list: HelmValue[], index: number, depth: number): 'more' | 'end' {
    const { text, stop } = this.until('[.=');
    if (text !== '') throw new SetError(`\`${text}\` stands behind an index`);
    switch (stop) {
      case undefined:
        return 'end';
      case '=':
        put(list, index, this.value().value);
        return 'more';
      case '[': {
        const next = this.index();
        const before = list[index];
        if (before !== undefined && before !== null && !isList(before))
          throw new SetError('an item is no list');
        const inner = isList(before) ? [...before] : [];
        const rest = this.item(inner, next, depth);
        if (rest === 'more') put(list, index, inner);
        return rest;
      }
      default: {
        const before = list[index];
        const inner = isMap(before) ? before : (Object.create(null) as Table);
        if (index < list.length) list[index] = inner;
        const rest = this.assignment(inner, depth);
        if (rest === 'more') put(list, index, inner);
        return rest;
      }
    }
  }

  private value(): { value: HelmValue; rest: 'more' | 'end' } {
    const next = this.characters[this.position];
    if (next === undefined) return { value: '', rest: 'end' };
    if (next === '{') {
      this.position += 1;
      return { value: this.list(), rest: 'more' };
    }
    return { value: this.scalar(this.until(',').text), rest: 'more' };
  }

  private list(): HelmValue[] {
    const items: HelmValue[] = [];
    for (;;) {
      const { text, stop } = this.until(',}');
      if (stop === undefined) throw new SetError('a list ends with }');
      items.push(this.scalar(text));
      if (stop === ',') continue;
      if (this.characters[this.position] === ',') this.position += 1;
      return items;
    }
  }

  private scalar(text: string): HelmValue {
    return this.asText ? text : typed(text);
  }
}

function set(target: Table, key: string, value: HelmValue): void {
  if (key !== '') target[key] = value;
}

/** Sets an item; those before it that nobody set are null. */
function put(list: HelmValue[], index: number, value: HelmValue): void {
  while (list.length < index) list.push(null);
  list[index] = value;
}

/** Values with an expression applied, or why Helm would refuse it. */
export type SetResult = { readonly values: HelmMap } | { readonly problem: string };

/**
 * Lays one `--set` expression over values as Helm does: `a.b=1,c[0].d={x,y},e\.f=null`.
 *
 * Whole numbers are int64 (`bigint`), which templates print without an exponent; fractions stay text. With `asText`, as
 * `--set-string`, everything does. Values are not changed.
 * @see https://github.com/helm/helm/blob/v3.19.2/pkg/strvals/parser.go
 */
export function applySet(values: HelmMap, expression: string, asText = false): SetResult {
  const target = table(values);
  try {
    new SetParser(expression, asText).parseInto(target);
    return { values: target };
  } catch (error) {
    if (error instanceof SetError) return { problem: error.message };
    throw error;
  }
}
