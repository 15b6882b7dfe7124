import type { Place } from '../../diagnostics/diagnostic.js';
import { canSelect } from '../../symbols/label-selector.js';
import type { StringMap } from '../objects.js';
import { asRecord } from '../raw-object.js';
import { placeOf, type GivenManifest } from './given.js';
import type { GivenService } from './inventory.js';
import type { LinkView } from './link-view.js';
import type { MissingMirror } from './prediction.js';
import {
  kindOf,
  selectorFault,
  selectorFields,
  type SelectorFault,
  type SelectorField,
} from './selector-fault.js';
import { namesLabel, selectorNeeds } from './selector-needs.js';

type NotSelected = Pick<MissingMirror, 'reason' | 'message' | 'fix' | 'place'>;

const exportKey = 'mirror.linkerd.io/exported';
const federatedKey = 'mirror.linkerd.io/federated';

/** Values that say no on purpose. */
const refusals = new Set(['false', 'no', 'disabled']);

/** A label or annotation that asks for a mirror. */
interface Marker {
  readonly key: string;
  /** As the manifest has it: text, unless somebody forgot the quotes. */
  readonly value: unknown;
}

/** The marker to speak of: one that is no text before all, as the API server refuses the object for it. */
function markerIn(given: GivenManifest, field: 'labels' | 'annotations'): Marker | undefined {
  const map = asRecord(asRecord(given.object.metadata)[field]);
  const markers = [exportKey, federatedKey].flatMap((key) => {
    const value = map[key] ?? null;
    const text = typeof value === 'string' ? value : JSON.stringify(value);
    return value === null || refusals.has(text) ? [] : [{ key, value }];
  });
  return markers.find(({ value }) => typeof value !== 'string') ?? markers[0];
}

const fields = Object.keys(selectorFields) as SelectorField[];

/** The Link's selector that was meant to match the label, if it can match nothing. */
function faultBehind({ link }: LinkView, key: string, value: string): SelectorFault | undefined {
  const usable = fields.some((field) => {
    const selector = link.spec[field];
    return canSelect(selector) && selector != null && namesLabel(selector, key);
  });
  const about = key === federatedKey ? ['federatedServiceSelector'] : ['selector', 'remoteDiscoverySelector'];
  const faults = fields
    .filter((field) => about.includes(field))
    .flatMap((field) => selectorFault(link, field) ?? []);
  const meant = faults.find(({ field }) => {
    const written = JSON.stringify(asRecord(link.given.object.spec)[field]);
    return selectorFields[field] === value || written.includes(JSON.stringify(value));
  });
  return meant ?? (usable ? undefined : faults[0]);
}

/**
 * What makes a selector match: `set label … to "true" or "remote-discovery"`, in each way that is about `key`; without
 * one, in the first way that there is.
 */
export function labelFix({ link }: LinkView, labels: StringMap, key?: string): string {
  const ways = fields.flatMap((field) => {
    const selector = link.spec[field] ?? {};
    const isAbout = canSelect(selector) && (key === undefined || namesLabel(selector, key));
    return isAbout ? [selectorNeeds(selector, labels)] : [];
  });
  const [first] = ways;
  if (first === undefined) {
    const [fault] = key === undefined ? fields.flatMap((field) => selectorFault(link, field) ?? []) : [];
    return fault?.fix ?? `let a selector of Link ${link.name} match it`;
  }
  if (key === undefined) return first.join(' and ');
  const start = `set label \`${key}\` to `;
  if (ways.every((needs) => needs.length === 1 && needs[0]?.startsWith(start) === true)) {
    return `${start}${ways.map(([need = '']) => need.slice(start.length)).join(' or ')}`;
  }
  return ways.map((needs) => needs.join(' and ')).join(', or ');
}

function notText(view: LinkView, { service, given }: GivenService, { key, value }: Marker): NotSelected {
  const written = JSON.stringify(value);
  const labels = { ...service.metadata.labels, [key]: written };
  const isWanted = view.isExported(labels) || view.isFlat(labels) || view.isFederated(labels);
  const quoted = `\`${key}: ${JSON.stringify(written)}\``;
  return placed(
    {
      reason: 'label-not-text',
      message: `label \`${key}: ${written}\` is ${kindOf(value)}, and the API server refuses a Service whose labels are not text`,
      fix: isWanted ? `quote it: ${quoted}` : `${labelFix(view, labels, key)}, in quotes`,
    },
    placeOf(given, 'metadata', 'labels', key),
  );
}

function placed(why: NotSelected, place: Place | undefined): NotSelected {
  return place === undefined ? why : { ...why, place };
}

/** Why a Service that carries an export marker is selected by no selector of this Link; `undefined` without a marker. */
export function explainNotSelected(view: LinkView, exported: GivenService): NotSelected | undefined {
  const { service, given } = exported;
  const label = markerIn(given, 'labels');
  if (label !== undefined) {
    const { key, value } = label;
    if (typeof value !== 'string') return notText(view, exported, label);
    const fault = faultBehind(view, key, value);
    const text = `label \`${key}: ${JSON.stringify(value)}\` is matched by no selector of Link ${view.link.name}`;
    return fault === undefined
      ? placed(
          { reason: 'not-selected', message: text, fix: labelFix(view, service.metadata.labels, key) },
          placeOf(given, 'metadata', 'labels', key),
        )
      : placed(
          {
            reason: 'selector-invalid',
            message: `${text}: its \`spec.${fault.field}\` ${fault.what}, and so matches nothing`,
            fix: fault.fix,
          },
          fault.place,
        );
  }
  const annotation = markerIn(given, 'annotations');
  if (annotation === undefined) return undefined;
  const { key, value } = annotation;
  const text = typeof value === 'string' ? value : JSON.stringify(value);
  return placed(
    {
      reason: 'annotation-not-label',
      message: `\`${key}\` is an annotation, and Links select by labels`,
      fix: `make it a label: \`${key}: ${JSON.stringify(text)}\``,
    },
    placeOf(given, 'metadata', 'annotations', key),
  );
}
