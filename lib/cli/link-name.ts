/** A Link as people write it: `east/hub` or `east → hub`. */
export function parseLinkName(
  text: string,
): { readonly source: string; readonly target: string } | undefined {
  const [, source, target] = /^([a-z0-9-]+)(?:\/| ?(?:→|->) ?)([a-z0-9-]+)$/.exec(text.trim()) ?? [];
  return source === undefined || target === undefined ? undefined : { source, target };
}
