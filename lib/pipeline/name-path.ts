/** `NAME=PATH` of a command line, taken apart at the first `=`; undefined when it is none. */
export function nameAndPath(text: string): { readonly name: string; readonly path: string } | undefined {
  const equals = text.indexOf('=');
  if (equals <= 0 || equals === text.length - 1) return undefined;
  return { name: text.slice(0, equals), path: text.slice(equals + 1) };
}

/** Why a command line cannot be meant that reads standard input more than once; undefined when it does not. */
export function stdinTwice(paths: readonly (string | undefined)[]): string | undefined {
  const count = paths.filter((path) => path === '-').length;
  return count > 1 ? 'standard input, `-`, can be read only once' : undefined;
}
