import type { LabelSelector } from '../link-spec.js';
import type { StringMap } from '../objects.js';
import { placeOf } from './given.js';
import type { GivenService } from './inventory.js';
import type { LinkView } from './link-view.js';
import type { MissingMirror } from './prediction.js';

const exportKey = 'mirror.linkerd.io/exported';
const federatedKey = 'mirror.linkerd.io/federated';

/** Values that say no on purpose. */
const refusals = new Set(['false', 'no', 'disabled']);

function wanted(selector: LabelSelector | null | undefined, key: string): string | undefined {
  return (
    selector?.matchLabels?.[key] ?? selector?.matchExpressions?.find((term) => term.key === key)?.values?.[0]
  );
}

/** The values that would be selected, as a fix: `set it to "true" or "remote-discovery"`. */
function fixFor({ link: { spec } }: LinkView, key: string): string {
  const values = [
    wanted(spec.selector, key),
    wanted(spec.remoteDiscoverySelector, key),
    wanted(spec.federatedServiceSelector, key),
  ].filter((value) => value !== undefined);
  if (values.length === 0) return `let a selector of Link ${spec.targetClusterName ?? ''} match it`;
  return `set label \`${key}\` to ${values.map((value) => JSON.stringify(value)).join(' or ')}`;
}

/** Why a Service that carries an export marker is selected by no selector of this Link; `undefined` without a marker. */
export function explainNotSelected(
  view: LinkView,
  { service, given }: GivenService,
): Pick<MissingMirror, 'reason' | 'message' | 'fix' | 'place'> | undefined {
  const { labels, annotations } = service.metadata;
  const marked = (map: StringMap): string | undefined =>
    [exportKey, federatedKey].find((key) => map[key] !== undefined && !refusals.has(map[key]));
  const label = marked(labels);
  if (label !== undefined) {
    const place = placeOf(given, 'metadata', 'labels', label);
    const message = `label \`${label}: ${JSON.stringify(labels[label])}\` is matched by no selector of Link ${view.link.name}`;
    return {
      reason: 'not-selected',
      message,
      fix: fixFor(view, label),
      ...(place === undefined ? {} : { place }),
    };
  }
  const annotation = marked(annotations);
  if (annotation === undefined) return undefined;
  const place = placeOf(given, 'metadata', 'annotations', annotation);
  const message = `\`${annotation}\` is an annotation, and Links select by labels`;
  const fix = `make it a label: \`${annotation}: ${JSON.stringify(annotations[annotation])}\``;
  return { reason: 'annotation-not-label', message, fix, ...(place === undefined ? {} : { place }) };
}
