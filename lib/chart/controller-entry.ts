import { goText } from '../helm/go-text.js';
import type { Placing } from '../helm/placing.js';
import { rangeItems } from '../helm/range.js';
import { isTrue } from '../helm/truth.js';
import { byCodePoints } from '../helm/code-points.js';
import { isMap, type HelmMap, type HelmValue } from '../helm/value.js';
import type { Keys } from './chart-object.js';
import { linkParts, type LinkParts } from './link-parts.js';
import { labels, type Rendering } from './rendering.js';
import type { ControllerDefaultValues } from './controller-values.js';
import type { Raw } from './values.js';

/** One entry of `controllers`, ready to be rendered. */
export interface ControllerEntry {
  readonly entry: HelmMap;
  /** Reports by the entry's own path, `controllers[0].…`. */
  readonly place: Placing;
  /** `controllerDefaults`. */
  readonly defaults: Raw<ControllerDefaultValues>;
  /** The Link's name as it is given. */
  readonly link: HelmValue;
  /** The Link's name, for words that hold it. */
  readonly linkText: string;
  /** The Link's name as it stands alone: a number when it looks like one. */
  readonly linkName: HelmValue;
  /** `controller-<link>`. */
  readonly name: HelmValue;
  readonly parts: LinkParts;
  /** The entry's own labels. */
  readonly own: Keys;
  /** The same with those of all objects. */
  readonly labels: Keys;
}

/**
 * The entries of `controllers`, as a template goes through them.
 * Entries without a Link's name are refused, as Helm fails on them.
 */
export function controllerEntries(r: Rendering): ControllerEntry[] {
  const { controllers } = r.values;
  if (controllers === undefined || controllers === null) return [];
  const isKeyed = isMap(controllers);
  const keys = isKeyed ? Object.keys(controllers).sort(byCodePoints) : [];
  const entries = rangeItems(controllers);
  if (entries === undefined) {
    r.place.fail('controllers', 'Helm fails: "range can\'t iterate over" it');
    return [];
  }
  if (entries.length === 0) return [];
  const defaults = r.place.table(r.values.controllerDefaults, 'controllerDefaults') as HelmMap &
    Raw<ControllerDefaultValues>;
  return entries.flatMap((entry, i) =>
    controllerEntry(r, entry, isKeyed ? `controllers.${keys[i] ?? ''}.` : `controllers[${i}].`, defaults),
  );
}

function controllerEntry(
  r: Rendering,
  entry: HelmValue,
  path: string,
  defaults: Raw<ControllerDefaultValues>,
): ControllerEntry[] {
  const place = r.place.below(path);
  if (!isMap(entry)) {
    r.place.fail(
      path.slice(0, -1),
      'Helm fails: the chart reads fields of each entry, and only a table has fields',
    );
    return [];
  }
  const link = linkName(entry, place);
  if (link === undefined) return [];
  const linkText = goText(link);
  const linkName_ = place.raw(link, 'link.ref.name');
  const parts = linkParts(r, linkText, linkName_, place);
  const own: Keys = {
    component: 'controller',
    'linkerd.io/extension': 'multicluster',
    'mirror.linkerd.io/cluster-name': linkName_,
  };
  return [
    {
      entry,
      place,
      defaults,
      link,
      linkText,
      linkName: linkName_,
      name: parts.name,
      parts,
      own,
      labels: labels(own, r.commonLabels),
    },
  ];
}

/** `link.ref.name`, which may not be empty: `no` is a boolean to YAML 1.1, and false is empty. */
function linkName({ link }: HelmMap, place: Placing): HelmValue | undefined {
  const ref = step(link, 'ref', 'link', place);
  const name = step(ref, 'name', 'link.ref', place);
  if (isTrue(name)) return name;
  place.fail(
    'link.ref.name',
    'Helm fails: "the value link.ref.name is required", as it is missing or empty (an unquoted `no` or `off` is false)',
  );
  return undefined;
}

function step(
  value: HelmValue | undefined,
  key: string,
  path: string,
  place: Placing,
): HelmValue | undefined {
  if (isMap(value)) return value[key];
  if (value !== undefined && value !== null)
    place.fail(path, `Helm fails: the chart reads its field \`${key}\``);
  return undefined;
}

/**
 * `dig`: the entry's own value where it has the key, null included; else the default.
 */
export function own(
  entry: HelmMap,
  key: keyof ControllerDefaultValues,
  standard: HelmValue | undefined,
): HelmValue | undefined {
  const value = entry[key];
  return value === undefined ? standard : value;
}

/** `dig` along two keys: the first must hold a table, where the entry has it. */
export function ownBelow(
  { entry, place }: ControllerEntry,
  outer: 'gateway' | 'image',
  key: string,
  standard: HelmValue | undefined,
): HelmValue | undefined {
  const table = entry[outer];
  if (table === undefined) return standard;
  const value = digTable(table, outer, place)[key];
  return value === undefined ? standard : value;
}

/** A table that `dig` goes into. */
export function digTable(value: HelmValue, path: string, place: Placing): HelmMap {
  if (isMap(value)) return value;
  place.fail(path, 'Helm fails in `dig`: it goes into tables alone, and null is none');
  return {};
}
