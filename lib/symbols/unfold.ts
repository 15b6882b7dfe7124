import type { Step } from './field.js';
import { isPlain, type Plain } from './reader.js';

/** True for a List of any kind, be it empty. */
export function isList(
  value: unknown,
): value is Plain & { readonly kind: string; readonly items: unknown[] } {
  return (
    isPlain(value) &&
    typeof value.kind === 'string' &&
    value.kind.endsWith('List') &&
    Array.isArray(value.items)
  );
}

/** Hands on a map, or each item of a List, at most three Lists deep. */
export function unfold(
  value: unknown,
  prefix: readonly Step[],
  found: (object: Plain, prefix: readonly Step[]) => void,
): void {
  if (!isPlain(value)) return;
  if (isList(value) && prefix.length < 6) {
    const { kind, apiVersion } = value;
    // an API server's own lists leave out of their items what the list says
    const shared = kind === 'List' ? undefined : { apiVersion, kind: kind.slice(0, -'List'.length) };
    value.items.forEach((item, i) => {
      const isBare = isPlain(item) && item.kind === undefined && item.apiVersion === undefined;
      unfold(isBare && shared !== undefined ? { ...shared, ...item } : item, [...prefix, 'items', i], found);
    });
    return;
  }
  found(value, prefix);
}

/** Hands on `configs` of values of Argo CD's chart, at the top or below the chart's name, as if it were an object. */
export function unfoldSettings(value: Plain, found: (object: Plain, prefix: readonly Step[]) => void): void {
  for (const [prefix, each] of [
    [[], value],
    ...Object.entries(value).map(([key, below]) => [[key], below]),
  ] as [readonly Step[], unknown][]) {
    const configs = isPlain(each) ? each.configs : undefined;
    if (!isPlain(configs) || !(isPlain(configs.cm) || isPlain(configs.params))) continue;
    const metadata = { name: 'configs' };
    found({ ...configs, apiVersion: 'linkspan.values/v1', kind: 'ArgoCDValues', metadata }, [
      ...prefix,
      'configs',
    ]);
  }
}
