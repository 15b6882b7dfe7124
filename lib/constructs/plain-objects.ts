import type { Construct } from 'constructs';
import type { Manifest } from '../manifests/manifest.js';
import { PlainObject } from './plain-object.js';

/**
 * Adds manifests to a scope, the first of each kind under its kind, others under an id made of kind, namespace and
 * name, so that none collide.
 */
export function addObjects(scope: Construct, manifests: readonly Manifest[]): void {
  const kinds = new Set<string>();
  for (const manifest of manifests) {
    const id = kinds.has(manifest.kind) ? idOf(manifest) : manifest.kind;
    kinds.add(manifest.kind);
    new PlainObject(scope, id, manifest);
  }
}

function idOf({ apiVersion, kind, metadata: { namespace, name } }: Manifest): string {
  const place = namespace === undefined ? name : `${namespace}.${name}`;
  return `${apiVersion.replaceAll('/', '.')}.${kind}.${place}`;
}
