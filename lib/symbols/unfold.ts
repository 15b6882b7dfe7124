import type { Step } from './field.js';
import { isPlain, type Plain } from './reader.js';

/** Hands on a map, or each item of a List, at most three Lists deep. */
export function unfold(
  value: unknown,
  prefix: readonly Step[],
  found: (object: Plain, prefix: readonly Step[]) => void,
): void {
  if (!isPlain(value)) return;
  const { kind, apiVersion } = value;
  if (typeof kind === 'string' && kind.endsWith('List') && Array.isArray(value.items) && prefix.length < 6) {
    // an API server's own lists leave out of their items what the list says
    const shared = kind === 'List' ? undefined : { apiVersion, kind: kind.slice(0, -'List'.length) };
    (value.items as readonly unknown[]).forEach((item, i) => {
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
