import { byYamlKeys } from './yaml-key-order.js';
import { isList, isMap, type HelmMap, type HelmValue } from './value.js';

/** All characters that `toYaml` surely keeps: printable ASCII without `<`, as Helm cuts out `<no value>`. */
const KEPT = /^[ -;=-~]*$/;

/** What makes `toYaml` fail silently: characters that a YAML reader does not let through. */
const UNREADABLE = /[\x7f-\x84\x86-\x9f\ufffe\uffff]/;

/** Thrown within this file alone: one unreadable character takes the whole block with it. */
const NOTHING = Symbol('nothing');

/**
 * What becomes of a value that a template writes by `toYaml`: types are kept, and nearly every text.
 *
 * Null when it holds a character that YAML forbids, as `toYaml` then yields nothing. `trimmed` is for places where the
 * template trims the text: line breaks at the end of its last value are lost but one.
 */
export function toYaml(value: HelmValue, trimmed: boolean): HelmValue {
  if (isKept(value)) return value;
  const placed = place(value);
  if (placed === NOTHING) return null;
  return trimmed ? trimEnd(placed) : placed;
}

function isKept(value: HelmValue | undefined): boolean {
  if (typeof value === 'string') return KEPT.test(value);
  if (typeof value !== 'object')
    return typeof value !== 'bigint' && value !== undefined && !Object.is(value, -0);
  if (value === null) return true;
  if (isList(value)) return value.every(isKept);
  for (const key in value) if (!KEPT.test(key) || !isKept(value[key])) return false;
  return true;
}

function place(value: HelmValue | undefined): HelmValue | typeof NOTHING {
  if (typeof value === 'string') return text(value);
  if (typeof value === 'bigint') return Number(value);
  if (typeof value === 'number') return value === 0 ? 0 : value;
  if (typeof value !== 'object' || value === null) return value ?? null;
  if (isList(value)) {
    const list = value.map(place);
    return list.includes(NOTHING) ? NOTHING : (list as HelmValue[]);
  }
  return map(value);
}

function map(value: HelmMap): HelmMap | typeof NOTHING {
  const placed: [string, HelmValue][] = [];
  for (const [key, item] of Object.entries(value)) {
    if (item === undefined) continue;
    const name = text(key);
    const inner = place(item);
    if (name === NOTHING || inner === NOTHING) return NOTHING;
    placed.push([name, inner]);
  }
  return Object.fromEntries(placed);
}

function text(value: string): string | typeof NOTHING {
  if (KEPT.test(value)) return value;
  if (UNREADABLE.test(value)) return NOTHING;
  return value.replace(/ *\u0085(?: *\u0085)* */g, folded).replaceAll('<no value>', '');
}

/** Next-line characters inside quotes: one is a blank, each further one a line break. */
function folded(breaks: string): string {
  const count = breaks.replaceAll(' ', '').length;
  return count === 1 ? ' ' : '\n'.repeat(count - 1);
}

/** The value after its text was trimmed: only a block of lines at the very end loses something. */
function trimEnd(value: HelmValue): HelmValue {
  if (typeof value === 'string')
    return isBlock(value)
      ? value.replace(/\n+$/, (breaks) => (breaks.length === value.length ? '' : '\n'))
      : value;
  if (isList(value)) {
    const last = value.at(-1);
    return last === undefined ? value : [...value.slice(0, -1), trimEnd(last)];
  }
  if (!isMap(value)) return value;
  const last = Object.keys(value).sort(byYamlKeys).at(-1);
  if (last === undefined) return value;
  return { ...value, [last]: trimEnd(value[last] ?? null) };
}

/** True when go-yaml writes the text as a literal block rather than in quotes. */
function isBlock(value: string): boolean {
  // eslint-disable-next-line no-control-regex -- what YAML cannot print has to be escaped, which needs quotes
  return value.endsWith('\n') && !/ \n| $|[\0-\x08\x0b-\x1f\u0085\u2028\u2029]/.test(value);
}
