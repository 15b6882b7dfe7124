/** What a plain (unquoted) scalar of YAML 1.1 can be; `undefined` never occurs. */
export type Scalar = null | boolean | number | string;

const WORDS: ReadonlyMap<string, Scalar> = new Map<string, Scalar>([
  ...['y', 'Y', 'yes', 'Yes', 'YES', 'true', 'True', 'TRUE', 'on', 'On', 'ON'].map((t) => [t, true] as const),
  ...['n', 'N', 'no', 'No', 'NO', 'false', 'False', 'FALSE', 'off', 'Off', 'OFF'].map(
    (t) => [t, false] as const,
  ),
  ...['', '~', 'null', 'Null', 'NULL'].map((t) => [t, null] as const),
  ...['.nan', '.NaN', '.NAN'].map((t) => [t, NaN] as const),
  ...['.inf', '.Inf', '.INF', '+.inf', '+.Inf', '+.INF'].map((t) => [t, Infinity] as const),
  ...['-.inf', '-.Inf', '-.INF'].map((t) => [t, -Infinity] as const),
]);

const LONGEST_WORD = 5;

/** First characters of everything that is no text: signs, digits, a dot, and `yYnNtTfFoO~`. */
const NOT_TEXT = new Set(Array.from('+-0123456789.yYnNtTfFoO~', (c) => c.charCodeAt(0)));

/**
 * The value of a plain scalar, as `sigs.k8s.io/yaml` (go-yaml v2, YAML 1.1) types it: `yes` is true, `010` is 8, `1_000` is 1000,
 * `1:30` and dates stay text. NaN and infinities come back as such: JSON has none, so Helm fails on them.
 * @see https://github.com/yaml/go-yaml/blob/v2.4.2/resolve.go
 */
export function plainScalar(text: string): Scalar {
  if (text !== '' && !NOT_TEXT.has(text.charCodeAt(0))) return text;
  if (text.length <= LONGEST_WORD) {
    const word = WORDS.get(text);
    if (word !== undefined) return word;
  }
  return number(text) ?? text;
}

function number(text: string): number | undefined {
  const first = text.charCodeAt(0);
  if (first === 0x2e)
    return /^\.\d[\d_]*(?:[eE][-+]?\d[\d_]*)?$/.test(text) && !/_(?!\d)/.test(text)
      ? finite(Number(text.replaceAll('_', '')))
      : undefined;
  if (first > 0x39) return undefined;
  const digits = text.replaceAll('_', '');
  return integer(digits) ?? float(digits);
}

const INTEGER = /^([-+]?)(?:0[xX]([\da-fA-F]+)|0[bB]([01]+)|0[oO]?([0-7]+)|([1-9]\d*|0))$/;

/** Text without underscores as an int64 or uint64, with Go's prefixes; beyond these, decimal digits are a float and anything else is text. */
export function integer(text: string): number | undefined {
  const match = INTEGER.exec(text);
  if (match === null) return undefined;
  const [, sign, hex, binary, octal, decimal] = match;
  if (decimal !== undefined && decimal.length < 16)
    return sign === '-' ? 0 - Number(decimal) : Number(decimal);
  const magnitude =
    hex !== undefined
      ? BigInt(`0x${hex}`)
      : binary !== undefined
        ? BigInt(`0b${binary}`)
        : octal !== undefined
          ? BigInt(`0o${octal}`)
          : BigInt(decimal ?? '0');
  const value = sign === '-' ? -magnitude : magnitude;
  const limit = sign === '' ? 1n << 64n : 1n << 63n;
  return value < limit && value >= -(1n << 63n) ? Number(value) : undefined;
}

function float(text: string): number | undefined {
  return /^[-+]?(?:\.\d+|\d+(?:\.\d*)?)(?:[eE][-+]?\d+)?$/.test(text) ? finite(Number(text)) : undefined;
}

function finite(value: number): number | undefined {
  return Number.isFinite(value) ? value : undefined;
}
