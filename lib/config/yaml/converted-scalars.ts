import { isMap, visit, type Document, type Node, type Scalar } from 'yaml';
import type { Diagnostic } from '../../diagnostics/diagnostic.js';
import { plainScalar } from '../../helm/plain-scalar.js';
import { shortened } from '../validate/field-text.js';
import { keyText } from './node-data.js';
import type { Positions } from './positions.js';

/** A number whose spelling readers of YAML differ on: with a leading zero, a prefix, underscores or an exponent. */
const oddNumber = /^[-+]?0[\dxXbBoO_]|_|^[-+.\d]*[eE]/;

const why =
  'Helm reads YAML 1.1, where leading zeros, prefixes, underscores, exponents and words such as `on` are converted without a word';

/**
 * What Helm quietly takes for something else than is written, below each key of the outermost mapping: numbers in odd
 * spellings, and keys that are no text.
 *
 * Reports VALUES_CONVERTED.
 */
export function convertedScalars(
  { contents }: Document,
  positions: Positions,
): ReadonlyMap<string, readonly Diagnostic[]> {
  const found = new Map<string, readonly Diagnostic[]>();
  if (!isMap(contents)) return found;
  for (const pair of contents.items) {
    const under: Diagnostic[] = [];
    const tell = (mistake: Mistake | undefined, node: Scalar): void => {
      if (mistake === undefined) return;
      const place = positions.placeAt(node.range?.[0] ?? 0);
      under.push({ code: 'VALUES_CONVERTED', severity: 'warning', why, ...mistake, ...place });
    };
    visit((pair.value ?? null) as Node | null, {
      Scalar(part, node) {
        tell(part === 'key' ? keyMistake(node) : numberMistake(node), node);
      },
    });
    if (under.length > 0) found.set(keyText(pair.key) ?? '', under);
  }
  return found;
}

type Mistake = Pick<Diagnostic, 'message' | 'fix'>;

/** The text of an unquoted word without a tag. */
function plainText(node: Scalar): string | undefined {
  return node.type === 'PLAIN' && node.tag === undefined ? node.source : undefined;
}

function numberMistake(node: Scalar): Mistake | undefined {
  const text = plainText(node);
  if (text === undefined || !oddNumber.test(text)) return undefined;
  const value = plainScalar(text);
  if (typeof value !== 'number' || !Number.isFinite(value)) return undefined;
  return {
    message: `\`${shortened(text)}\` is read as the number ${value}`,
    fix: `write \`${value}\`, or \`"${shortened(text)}"\` in quotes where text is meant`,
  };
}

function keyMistake(node: Scalar): Mistake | undefined {
  const text = plainText(node);
  if (text === undefined) return undefined;
  const key = plainScalar(text);
  if ((typeof key !== 'boolean' && typeof key !== 'number') || String(key) === text) return undefined;
  return {
    message: `the key \`${shortened(text)}\` is read as \`${key}\``,
    fix: `write the key in quotes: \`"${shortened(text)}"\``,
  };
}
