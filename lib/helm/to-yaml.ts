import { oddScalar } from './odd-scalar.js';
import { Refusal } from './refusal.js';
import { byYamlKeys } from './yaml-key-order.js';
import { blankAtEnd, blankAtStart } from './wide-blank.js';
import { isList, isMap, type HelmMap, type HelmValue } from './value.js';

/** All characters that `toYaml` surely keeps: printable ASCII without `<`, as Helm cuts out `<no value>`. */
const KEPT = /^[ -;=-~]*$/;

/** What makes `toYaml` fail silently: characters that a YAML reader does not let through. */
const UNREADABLE = /[\x7f-\x84\x86-\x9f\ufffe\uffff]/;

/** One unreadable character takes the whole block with it. */
const NOTHING = Symbol('nothing');

/** A value, or what became of the whole block because of it. */
type Outcome = HelmValue | typeof NOTHING | Refusal;

/**
 * What becomes of a value that a template writes by `toYaml`: types are kept, and nearly every text.
 *
 * Null when it holds a character that YAML forbids, as `toYaml` then yields nothing. `trimmed` is for places where the
 * template trims the text: line breaks at the end of its last value are lost but one.
 */
export function toYaml(value: HelmValue, trimmed: boolean): HelmValue | Refusal {
  if (isKept(value)) return value;
  const placed = place(value);
  if (placed === NOTHING) return null;
  if (placed instanceof Refusal) return placed;
  return trimmed ? (wideBlank(placed) ?? indented(trimEnd(placed))) : indented(placed);
}

function isKept(value: HelmValue | undefined): boolean {
  if (typeof value === 'string') return KEPT.test(value);
  if (typeof value !== 'object')
    return typeof value !== 'bigint' && value !== undefined && !Object.is(value, -0);
  if (value === null) return true;
  if (isList(value)) return value.every(isKept);
  for (const key in value) if (key === '<<' || !KEPT.test(key) || !isKept(value[key])) return false;
  return true;
}

function place(value: HelmValue | undefined): Outcome {
  if (typeof value === 'string') return text(value);
  if (typeof value === 'bigint') return Number(value);
  if (typeof value === 'number') return value === 0 ? 0 : value;
  if (typeof value !== 'object' || value === null) return value ?? null;
  if (isList(value)) {
    const list = value.map(place);
    return list.find(isWhole) ?? (list as HelmValue[]);
  }
  return map(value);
}

function map(value: HelmMap): Outcome {
  const placed: [string, HelmValue][] = [];
  for (const [key, item] of Object.entries(value)) {
    if (item === undefined) continue;
    if (key === '<<')
      return new Refusal('Helm reads the key `<<` as a merge key when it reads what it wrote');
    const name = key.includes('\u0085') ? NOTHING : text(key);
    const inner = place(item);
    const outcomes: Outcome[] = [name, inner];
    const whole = outcomes.find(isWhole);
    if (whole !== undefined) return whole;
    if (typeof name !== 'string')
      return new Refusal('Helm cuts `<no value>` out of a key, and what is left is none');
    placed.push([name, inner as HelmValue]);
  }
  return Object.fromEntries(placed);
}

function text(value: string): Outcome {
  if (KEPT.test(value)) return value;
  if (UNREADABLE.test(value)) return NOTHING;
  if (value.includes('<no value>')) return cut(value);
  if (value.includes('\n') && /[\u2028\u2029]/.test(value) && isBlock(value))
    return new Refusal('Helm ends a line at U+2028 and U+2029');
  return value.replace(/ *\u0085[ \u0085]*/g, folded);
}

/** Text with `<no value>`, which Helm cuts out of what go-yaml wrote without quotes; what is left is typed once more. */
function cut(value: string): Outcome {
  if (!/^[\w./<](?:[!-9;-~]| (?=[!"$-~]))*$/.test(value))
    return new Refusal('Helm cuts `<no value>` out of it');
  return oddScalar(value, 'value');
}

/** True for what is no value, but decides about the whole block. */
function isWhole(outcome: Outcome): outcome is typeof NOTHING | Refusal {
  return outcome === NOTHING || outcome instanceof Refusal;
}

/** Next-line characters inside quotes: one is a blank, each further one a line break. */
function folded(breaks: string): string {
  const count = breaks.replaceAll(' ', '').length;
  return count === 1 ? ' ' : '\n'.repeat(count - 1);
}

/** Why a value cannot be told whose text is trimmed: a blank beyond ASCII stands first or last in it. */
function wideBlank(value: HelmValue): Refusal | undefined {
  if (typeof value === 'string') return blankAtStart(value) ?? blankAtEnd(value);
  const first = isMap(value) ? Object.keys(value).sort(byYamlKeys)[0] : undefined;
  return (first === undefined ? undefined : blankAtStart(first)) ?? blankAtEnd(lastText(value));
}

/** The text that stands last in a value. */
function lastText(value: HelmValue | undefined): string {
  if (typeof value === 'string') return value;
  if (value === undefined || (!isList(value) && !isMap(value))) return '';
  return lastText(isList(value) ? value.at(-1) : value[Object.keys(value).sort(byYamlKeys).at(-1) ?? '']);
}

/** The value after its text was trimmed: only a block of lines at the very end loses something. */
function trimEnd(value: HelmValue): HelmValue {
  if (typeof value === 'string')
    return value.endsWith('\n') && isBlock(value)
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

/** A block of lines that is the whole value and begins with a blank is indented once more than its indicator says. */
function indented(value: HelmValue): HelmValue {
  if (typeof value !== 'string' || !/^[ \n]/.test(value) || !isBlock(value)) return value;
  return value.replaceAll(/^(?=[^\n])/gm, '  ');
}

/** True when go-yaml writes the text as a literal block rather than in quotes: several lines, no blank at the end of one. */
function isBlock(value: string): boolean {
  // eslint-disable-next-line no-control-regex -- what YAML cannot print has to be escaped, which needs quotes
  return value.includes('\n') && !/ \n| $|[\0-\x09\x0b-\x1f\u0085\ufeff\ud800-\udfff]/.test(value);
}
