/**
 * The order in which go-yaml writes the keys of a map: letters after other characters, numbers within keys by their value.
 * @see https://github.com/yaml/go-yaml/blob/v2.4.2/sorter.go
 */
export function byYamlKeys(a: string, b: string): number {
  const x = Array.from(a);
  const y = Array.from(b);
  for (let i = 0; i < x.length && i < y.length; i++) {
    const p = x[i] ?? '';
    const q = y[i] ?? '';
    if (p === q) continue;
    const pLetter = /\p{L}/u.test(p);
    const qLetter = /\p{L}/u.test(q);
    if (pLetter && qLetter) return codePoint(p) - codePoint(q);
    if (pLetter || qLetter) return qLetter ? -1 : 1;
    return byNumbers(x, y, i) || codePoint(p) - codePoint(q);
  }
  return x.length - y.length;
}

/** Compares the runs of digits that begin where two keys first differ. */
function byNumbers(x: readonly string[], y: readonly string[], at: number): number {
  const [leftValue, leftLength] = digits(x, at);
  const [rightValue, rightLength] = digits(y, at);
  const lead = (x[at] === '0' || y[at] === '0') && followsNonZeroDigit(x, at) ? 1n : 0n;
  const left = BigInt(`${lead}${leftValue}`);
  const right = BigInt(`${lead}${rightValue}`);
  if (left !== right) return left < right ? -1 : 1;
  return leftLength - rightLength;
}

function digits(key: readonly string[], from: number): [string, number] {
  let end = from;
  while (end < key.length && /\p{Nd}/u.test(key[end] ?? '')) end++;
  const run = key.slice(from, end).filter((c) => c >= '0' && c <= '9');
  return [run.join(''), end - from];
}

function followsNonZeroDigit(key: readonly string[], at: number): boolean {
  for (let i = at - 1; i >= 0 && /\d/.test(key[i] ?? ''); i--) if (key[i] !== '0') return true;
  return false;
}

function codePoint(character: string): number {
  return character.codePointAt(0) ?? 0;
}
