import type { ReleaseFacts } from './facts.js';
import { TIMELINE } from './timeline.js';

/**
 * The first edge release for which a fact is otherwise than it was for stable-2.14.0, or has this value: `edge-25.7.1`.
 *
 * For whoever judges manifests of any age, where `resolveRelease` has no release to ask for its facts.
 */
export function firstWith<K extends keyof ReleaseFacts>(fact: K, value?: ReleaseFacts[K]): string {
  const change = TIMELINE.find(
    ({ facts }) => facts !== undefined && fact in facts && (value === undefined || facts[fact] === value),
  );
  if (change === undefined) throw new Error(`no release has changed ${fact}`);
  return change.edge;
}
