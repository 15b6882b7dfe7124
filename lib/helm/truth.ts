import { isList, type HelmMap, type HelmValue } from './value.js';

/**
 * What `if`, `with`, `or`, `and` and `default` of a template call true.
 *
 * False are null, `false`, 0, and empty text, lists and tables. The text `"false"` is true.
 * @see https://pkg.go.dev/text/template#hdr-Actions
 */
export function isTrue(value: HelmValue | undefined): boolean {
  switch (typeof value) {
    case 'boolean':
      return value;
    case 'string':
      return value !== '';
    case 'number':
      return value !== 0;
    case 'bigint':
      return value !== 0n;
    case 'object':
      return value !== null && (isList(value) ? value.length > 0 : !isEmpty(value));
    default:
      return false;
  }
}

function isEmpty(map: HelmMap): boolean {
  for (const _ in map) return false;
  return true;
}
