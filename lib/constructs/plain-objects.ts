import type { Construct } from 'constructs';
import type { Manifest } from '../manifests/manifest.js';
import { PlainObject } from './plain-object.js';

/** Adds manifests to a scope of their own: the first of each kind under its kind, the second as `Role-2`, and so on. */
export function addObjects(scope: Construct, manifests: readonly Manifest[]): void {
  const counts = new Map<string, number>();
  for (const manifest of manifests) {
    const { kind } = manifest;
    const count = counts.get(kind) ?? 0;
    counts.set(kind, count + 1);
    new PlainObject(scope, count === 0 ? kind : idOf(kind, count), manifest);
  }
}

/** Ids that few names make up are looked up where names of their own for each cluster are hashed and kept. */
const ids = new Map<string, string[]>();

function idOf(kind: string, index: number): string {
  let known = ids.get(kind);
  if (known === undefined) ids.set(kind, (known = []));
  return (known[index] ??= `${kind}-${index + 1}`);
}
