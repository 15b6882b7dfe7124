import type { Placing } from '../helm/placing.js';
import type { HelmMap, HelmValue } from '../helm/value.js';
import type { ReleaseFacts } from '../releases/facts.js';
import type { Keys } from './chart-object.js';
import type { GatewayValues } from './gateway-values.js';
import type { ChartValues, Raw } from './values.js';
import { sortedKeys } from '../manifests/key-order.js';
import { ofLatest } from '../manifests/of-latest.js';
import { sharedPart } from '../manifests/shared-part.js';

/** What every template of the chart is given. */
export interface Rendering {
  readonly facts: ReleaseFacts;
  /** The chart's values with the user's laid over them. */
  readonly values: Raw<ChartValues>;
  readonly gateway: Raw<GatewayValues>;
  readonly place: Placing;
  /** The release namespace as text, for words that hold it. */
  readonly namespaceText: string;
  /** The release namespace as it stands alone. */
  readonly namespace: HelmValue;
  /** The annotation that every object with a known maker has. */
  readonly createdBy: HelmValue;
  /** The same as all annotations that an object has. */
  readonly createdByAlone: Keys;
  /** `commonLabels`, where there are any. */
  readonly commonLabels: Keys | undefined;
  /** `podLabels`, where there are any. */
  readonly podLabels: Keys | undefined;
}

/**
 * The chart's own labels, which are written in their order, with the user's, which win; sorted, so that no object they
 * stand in has to be.
 */
export function labels(own: Keys, added: Keys | undefined): Keys {
  if (added === undefined) return own;
  // a key that only a definition can set
  if (Object.hasOwn(added, '__proto__')) return { ...own, ...added };
  const theirs = sortedKeys(added);
  const merged: Record<string, HelmValue | undefined> = {};
  let next = 0;
  for (const key in own) {
    for (let other = theirs[next]; other !== undefined && other <= key; other = theirs[++next])
      merged[other] = added[other];
    if (merged[key] === undefined) merged[key] = own[key];
  }
  for (let other = theirs[next]; other !== undefined; other = theirs[++next]) merged[other] = added[other];
  return merged as Keys;
}

/** Labels of an object that belongs to no component. */
export function extensionLabels({ commonLabels }: Rendering): Keys {
  return commonLabels === undefined ? EXTENSION : extendedLabels(commonLabels);
}

/** A hub has accounts by the hundred, and each of their objects has these labels. */
const extendedLabels = ofLatest((commonLabels: Keys) => labels(EXTENSION, commonLabels));

const EXTENSION: Keys = sharedPart({ 'linkerd.io/extension': 'multicluster' });

/** The fields of a table, or nothing but a diagnostic when there is no table. */
export function fields<T>({ place }: Rendering, value: HelmValue | undefined, path: string): Raw<T> {
  return place.table(value, path) as HelmMap & Raw<T>;
}
