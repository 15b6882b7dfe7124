import type { ReleaseFacts } from '../releases/facts.js';
import type { Rendering } from './rendering.js';

const passed = new WeakMap<ReleaseFacts, readonly unknown[]>();

/**
 * Whether the metadata Job and its accounts were rendered for the same values before, and Helm failed on nothing: where
 * they are dropped, nobody has to look at them again. They are 5 of the 30 objects of each cluster.
 */
export function hasPassed(r: Rendering): boolean {
  const last = passed.get(r.facts);
  return last !== undefined && valuesOf(r).every((value, i) => value === last[i]);
}

/** Remembers that the Job of a rendering passed. An annotation that is no text fails later, when Helm reads the result. */
export function notePassed(r: Rendering): void {
  if (typeof r.createdBy !== 'object' && !hasPassed(r)) passed.set(r.facts, valuesOf(r));
}

/** All that the templates of the Job read, but labels, which stand on other objects too. */
function valuesOf({ values, gateway, namespace, namespaceText, createdBy }: Rendering): readonly unknown[] {
  return [
    namespaceText,
    namespace,
    createdBy,
    gateway.UID,
    gateway.GID,
    values.cliVersion,
    values.linkerdVersion,
    values.linkerdNamespace,
    values.imagePullPolicy,
    values.imagePullSecrets,
    values.namespaceMetadata,
  ];
}
