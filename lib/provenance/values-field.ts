import { fieldKeys } from './field-path.js';

/** Parts of the chart's values that go into one file of the output alone. */
const sections: Readonly<Record<string, string>> = {
  gateway: 'gateway',
  'service-mirror': 'localServiceMirror',
  link: 'controllers',
};

/** Keys that too many fields are called to tell where one comes from. */
const vague = new Set(['name', 'namespace', 'kind', 'value', 'key', 'enabled', 'metadata', 'spec', 'labels']);

/**
 * Path of the value that a field of the output was most likely made from: the one whose path ends in the most keys
 * that the field's path ends in, within the part of the values that the file is made of.
 *
 * `resources.requests.cpu` of a container comes from `gateway.resources.requests.cpu`. Undefined where none fits, or
 * two fit alike.
 */
export function valuesField(
  values: Readonly<Record<string, unknown>>,
  concern: string,
  field: string,
  target: string | undefined,
): readonly (string | number)[] | undefined {
  const wanted = fieldKeys(field);
  const last = wanted.at(-1);
  if (last === undefined) return undefined;
  let best: { path: readonly (string | number)[]; score: number } | undefined;
  let isTied = false;
  for (const path of pathsIn(values, [])) {
    if (!belongs(path, concern, values, target)) continue;
    const score = commonEnd(
      path.filter((step) => typeof step === 'string'),
      wanted,
    );
    if (score === 0 || (score === 1 && vague.has(last))) continue;
    isTied = score === best?.score || (isTied && score < (best?.score ?? 0));
    if (score > (best?.score ?? 0)) best = { path, score };
  }
  return isTied ? undefined : best?.path;
}

function belongs(
  [first, second]: readonly (string | number)[],
  concern: string,
  values: Readonly<Record<string, unknown>>,
  target: string | undefined,
): boolean {
  if (first === 'controllerDefaults') return concern === 'link';
  const owner = Object.keys(sections).find((each) => sections[each] === first);
  if (owner === undefined) return true;
  if (owner !== concern) return false;
  if (first !== 'controllers') return true;
  const entries: unknown = values.controllers;
  const entry: unknown = Array.isArray(entries) && typeof second === 'number' ? entries[second] : undefined;
  const { link } = (entry ?? {}) as { link?: { ref?: { name?: unknown } } | null };
  return link?.ref?.name === target;
}

/** Paths of all scalars, in the order of the file. */
function* pathsIn(
  value: unknown,
  above: readonly (string | number)[],
): Generator<readonly (string | number)[]> {
  if (Array.isArray(value)) {
    for (const [i, item] of value.entries()) yield* pathsIn(item, [...above, i]);
  } else if (typeof value === 'object' && value !== null) {
    for (const [key, item] of Object.entries(value)) yield* pathsIn(item, [...above, key]);
  } else yield above;
}

function commonEnd(a: readonly string[], b: readonly string[]): number {
  let count = 0;
  while (count < a.length && count < b.length && a[a.length - 1 - count] === b[b.length - 1 - count]) count++;
  return count;
}
