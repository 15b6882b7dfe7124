import type { Step } from './field.js';

/** Any map of a manifest. */
export type Plain = Readonly<Record<string, unknown>>;

/** True for a map, false for lists, scalars and null. */
export function isPlain(value: unknown): value is Plain {
  return typeof value === 'object' && value !== null && !Array.isArray(value);
}

/** The value at a path, undefined where it leads to nothing. */
export function valueAt(from: unknown, path: readonly Step[]): unknown {
  let value = from;
  // most code of a run is never optimized, and there an iterator costs more than what is done with its items
  for (let i = 0; i < path.length && value !== undefined; i++) value = childOf(value, path[i] ?? '');
  return value;
}

/** The value one step further, if it is the object's own: `constructor` is a key like any other. */
export function childOf(value: unknown, step: Step): unknown {
  if (typeof value !== 'object' || value === null) return undefined;
  const isList = Array.isArray(value);
  if (typeof step === 'number') return isList ? (value as unknown[])[step] : undefined;
  if (isList) return undefined;
  const child = (value as Plain)[step];
  // what every object inherits are functions, but for `__proto__`; asking each time costs more than the look itself
  return (typeof child === 'function' || step === '__proto__') && !Object.hasOwn(value, step)
    ? undefined
    : child;
}

/** True for a map of texts alone. */
export function holdsTexts(map: Plain): map is Readonly<Record<string, string>> {
  for (const key in map) if (typeof map[key] !== 'string') return false;
  return true;
}

/** A scalar as text; nothing for a map or a list. */
export function scalarText(value: unknown): string {
  return typeof value === 'number' || typeof value === 'boolean' || typeof value === 'bigint'
    ? String(value)
    : '';
}

/** What a value is, in the words of somebody who writes YAML. */
export function typeName(value: unknown): string {
  if (value === null) return 'null';
  if (Array.isArray(value)) return 'a list';
  if (typeof value === 'object') return 'a map';
  if (typeof value === 'string') return 'text';
  return typeof value === 'boolean' ? 'true or false' : 'a number';
}
