/** Steps of a field's path as messages write it: `spec.ports[0].nodePort`, `metadata.labels."a.b/c"`. */
export function fieldPath(text: string): (string | number)[] {
  return [...text.matchAll(/\["((?:[^"\\]|\\.)*)"\]|"((?:[^"\\]|\\.)*)"|\[(\d+)\]|[^.[\]"]+/g)].map(
    ([whole, inBrackets, quoted, index]) =>
      index === undefined ? (inBrackets ?? quoted ?? whole).replace(/\\(.)/g, '$1') : Number(index),
  );
}

/** Keys of a field's path, without the numbers of list items. */
export function fieldKeys(text: string): string[] {
  return fieldPath(text).filter((step) => typeof step === 'string');
}
