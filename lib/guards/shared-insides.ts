import type { SharedText } from '../manifests/file-text.js';
import { cleanInside } from './clean-inside.js';
import type { Stretch } from './leak.js';

/** Null where nothing can be told. */
const insides = new WeakMap<SharedText, Stretch | null>();

/** Where a shared part holds no secret, whatever stands around it; looked at once, where it first comes. */
export function insideOf(part: SharedText): Stretch | undefined {
  let inside = insides.get(part);
  if (inside === undefined) insides.set(part, (inside = cleanInside(part.text) ?? null));
  return inside ?? undefined;
}
