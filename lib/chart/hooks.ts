import { goText } from '../helm/go-text.js';
import type { ChartObject, ChartPart, Keys } from './chart-object.js';

/** Events at which Helm runs a hook. */
const EVENTS = new Set([
  'pre-install',
  'post-install',
  'pre-delete',
  'post-delete',
  'pre-upgrade',
  'post-upgrade',
  'pre-rollback',
  'post-rollback',
  'test',
  'test-success',
]);

const HOOK_ANNOTATIONS = ['helm.sh/hook', 'helm.sh/hook-weight', 'helm.sh/hook-delete-policy'];

/**
 * What Helm takes an object for: part of the release, a hook, or nothing (an event that it does not know).
 * @see https://github.com/helm/helm/blob/v3.19.2/pkg/releaseutil/manifest_sorter.go
 */
export function hookState({ metadata }: ChartObject): 'release' | 'hook' | 'skipped' {
  const annotation = metadata.annotations?.['helm.sh/hook'];
  if (annotation === undefined) return 'release';
  const events = goText(annotation).split(',');
  return events.every((event) => EVENTS.has(event.trim().toLowerCase())) ? 'hook' : 'skipped';
}

/** A hook as an ordinary object: without the annotations that make it one. */
export function plain(part: ChartPart): ChartPart {
  const { object } = part;
  const annotations: Keys = Object.fromEntries(
    Object.entries(object.metadata.annotations ?? {}).filter(([key]) => !HOOK_ANNOTATIONS.includes(key)),
  );
  return { ...part, object: { ...object, metadata: { ...object.metadata, annotations } } };
}
