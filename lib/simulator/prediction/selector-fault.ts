import type { Place } from '../../diagnostics/diagnostic.js';
import { exportLabels } from '../../link/export-labels.js';
import type { Step } from '../../symbols/field.js';
import { isPlain, typeName, type Plain } from '../../symbols/raw-value.js';
import { canSelect } from '../../symbols/label-selector.js';
import { placeOf } from './given.js';
import type { GivenLink } from './inventory.js';

/** The selectors of a Link, each with the label value that upstream's defaults give it. */
export const selectorFields = {
  selector: exportLabels.gateway[1],
  remoteDiscoverySelector: exportLabels.remoteDiscovery[1],
  federatedServiceSelector: exportLabels.federated[1],
} as const;

/** One of a Link's selectors. */
export type SelectorField = keyof typeof selectorFields;

/** Why a selector of a Link matches nothing, whatever the labels. */
export interface SelectorFault {
  readonly field: SelectorField;
  /** After "`spec.selector` of Link east": `is empty`. */
  readonly what: string;
  readonly fix: string;
  readonly place?: Place;
}

/** What a value is, where a mapping or text should stand. */
export function kindOf(value: unknown): string {
  return typeof value === 'boolean' ? 'a boolean' : typeName(value);
}

const operators = ['In', 'NotIn', 'Exists', 'DoesNotExist'];

interface Mistake {
  readonly what: string;
  readonly fix: string;
  readonly path?: readonly Step[];
}

/** The first entry of `matchLabels` that is no text; the API server refuses a Link with one. */
function labelMistake(labels: Plain): Mistake | undefined {
  const wrong = Object.entries(labels).find(([, value]) => typeof value !== 'string');
  if (wrong === undefined) return undefined;
  const [key, value] = wrong;
  const text = JSON.stringify(value);
  return {
    what: `holds \`${key}: ${text}\`, ${kindOf(value)} where text belongs`,
    fix: `quote it: \`${key}: ${JSON.stringify(typeof value === 'object' ? 'true' : text)}\``,
    path: ['matchLabels', key],
  };
}

function termMistake(term: unknown, index: number): Mistake | undefined {
  const path = ['matchExpressions', index];
  const { key, operator, values } = isPlain(term) ? term : {};
  if (typeof key !== 'string' || key === '') {
    return { what: 'has a term that names no label', fix: 'write its `key`', path };
  }
  if (typeof operator !== 'string' || !operators.includes(operator)) {
    const named = typeof operator === 'string' ? operator : '';
    const meant = operators.find((each) => each.toLowerCase() === named.toLowerCase());
    const what =
      named === '' ? `has a term on ${key} with no operator` : `has the unknown operator \`${named}\``;
    return { what, fix: `write ${meant === undefined ? operators.join(', ') : `\`${meant}\``}`, path };
  }
  const needsValues = operator === 'In' || operator === 'NotIn';
  const count = Array.isArray(values) ? values.filter((value) => typeof value === 'string').length : 0;
  if (needsValues === count > 0) return undefined;
  return {
    what: `has a term on ${key} with ${operator} and ${needsValues ? 'no values' : 'values'}`,
    fix: 'use `In` and `NotIn` with values, which are text, and `Exists` and `DoesNotExist` without',
    path,
  };
}

function mistakeIn(raw: unknown, example: string): Mistake | undefined {
  if (!isPlain(raw)) return { what: `is ${kindOf(raw)}, no selector`, fix: `write \`${example}\`` };
  const { matchLabels: labels = null, matchExpressions: terms = null } = raw;
  if (labels !== null && !isPlain(labels)) {
    const what = `has ${kindOf(labels)} as \`matchLabels\``;
    return { what, fix: `write \`${example}\``, path: ['matchLabels'] };
  }
  if (terms !== null && !Array.isArray(terms)) {
    const what = `has ${kindOf(terms)} as \`matchExpressions\``;
    return { what, fix: 'write a list of terms', path: ['matchExpressions'] };
  }
  for (const [index, term] of (terms ?? []).entries()) {
    const mistake = termMistake(term, index);
    if (mistake !== undefined) return mistake;
  }
  return labelMistake(labels ?? {});
}

/** What is wrong with a selector that matches nothing; `undefined` for one that can match, and for none at all. */
export function selectorFault(link: GivenLink, field: SelectorField): SelectorFault | undefined {
  const { spec, name, given } = link;
  const rawSpec = isPlain(given.object.spec) ? given.object.spec : {};
  const raw = rawSpec[field];
  if (raw === undefined || raw === null || canSelect(spec[field])) return undefined;
  const label = `mirror.linkerd.io/${field === 'federatedServiceSelector' ? 'federated' : 'exported'}`;
  const example = `matchLabels: { ${label}: ${JSON.stringify(selectorFields[field])} }`;
  const { matchLabels, matchExpressions } = spec[field] ?? {};
  const hasTerms = Object.keys(matchLabels ?? {}).length + (matchExpressions ?? []).length > 0;
  const mistake =
    mistakeIn(raw, example) ??
    (hasTerms
      ? { what: 'has a key or value that no label can have', fix: 'mend it' }
      : { what: 'is empty', fix: `give it a term: \`${example}\`` });
  const place = placeOf(given, 'spec', field, ...(mistake.path ?? []));
  return {
    field,
    what: mistake.what,
    fix: `mend Link ${name}: ${mistake.fix}`,
    ...(place === undefined ? {} : { place }),
  };
}
