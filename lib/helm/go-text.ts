import { byCodePoints } from './code-points.js';
import { isList, type HelmMap, type HelmValue } from './value.js';

/**
 * A float64 as Go's `%v` prints it: the shortest digits that read back the same, with an exponent of at least two digits
 * below 0.0001 and from 1,000,000 on: `999999`, `1e+06`, `1.00065e+09`, `1e-05`.
 * @see https://pkg.go.dev/strconv#FormatFloat (format `g`, precision -1)
 */
export function goNumber(value: number): string {
  if (Number.isInteger(value) && value > -1e6 && value < 1e6)
    return Object.is(value, -0) ? '-0' : String(value);
  const [mantissa = '', exponentText = '0'] = value.toExponential().split('e');
  const exponent = Number(exponentText);
  if (exponent >= -4 && exponent < 6) return String(value);
  return `${mantissa}e${exponent < 0 ? '-' : '+'}${String(Math.abs(exponent)).padStart(2, '0')}`;
}

/** Any value as `{{ x }}` prints it: `map[a:1 b:2]`, `[a b]`; null is `<no value>`, which Helm cuts out: nothing. */
export function goText(value: HelmValue | undefined): string {
  switch (typeof value) {
    case 'string':
      return value;
    case 'number':
      return goNumber(value);
    case 'bigint':
    case 'boolean':
      return String(value);
    default:
      return value === null || value === undefined ? '' : composite(value, nested);
  }
}

/** Any value as `printf "%s"` prints it: what is no text is marked, `%!s(float64=1.1)`, `%!s(bool=true)`, `%!s(<nil>)`. */
export function goStringVerb(value: HelmValue | undefined): string {
  switch (typeof value) {
    case 'string':
      return value;
    case 'number':
      return `%!s(float64=${goNumber(value)})`;
    case 'bigint':
      return `%!s(int64=${value.toString()})`;
    case 'boolean':
      return `%!s(bool=${String(value)})`;
    default:
      return value === null || value === undefined
        ? '%!s(<nil>)'
        : composite(value, (inner) => (inner === null ? '<nil>' : goStringVerb(inner)));
  }
}

function nested(value: HelmValue | undefined): string {
  return value === null || value === undefined ? '<nil>' : goText(value);
}

function composite(
  value: readonly HelmValue[] | HelmMap,
  item: (value: HelmValue | undefined) => string,
): string {
  if (isList(value)) return `[${value.map(item).join(' ')}]`;
  const keys = Object.keys(value).sort(byCodePoints);
  return `map[${keys.map((key) => `${key}:${item(value[key])}`).join(' ')}]`;
}

/** A float64 that is the key of a map: the shortest digits of a float32, in the form of `goNumber`. */
export function goFloat32(value: number): string {
  const single = Math.fround(value);
  for (let precision = 1; precision < 10; precision++) {
    const shortest = Number(single.toPrecision(precision));
    if (Math.fround(shortest) === single) return goNumber(shortest);
  }
  return goNumber(single);
}
