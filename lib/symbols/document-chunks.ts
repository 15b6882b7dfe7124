/** Cuts before each `---` at the start of a line: nothing else may stand there in YAML. */
export function* chunksOf(text: string): Generator<string> {
  let start = 0;
  const marker = /^---(?=\s|$)/gm;
  for (let match = marker.exec(text); match !== null; match = marker.exec(text)) {
    if (match.index === start || (start === 0 && isPrelude(text.slice(0, match.index)))) continue;
    yield text.slice(start, match.index);
    start = match.index;
  }
  yield text.slice(start);
}

/** Comments and directives before the first `---` belong to its document. */
function isPrelude(text: string): boolean {
  return !text.startsWith('---') && text.split('\n').every((line) => /^\s*([#%]|$)/.test(line));
}
