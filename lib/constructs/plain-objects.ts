import type { Construct } from 'constructs';
import type { Manifest } from '../manifests/manifest.js';
import { PlainObject } from './plain-object.js';

/** Adds manifests to a scope, each under an id made of kind, namespace and name, so that none collide. */
export function addObjects(scope: Construct, manifests: readonly Manifest[]): void {
  for (const manifest of manifests) {
    const { namespace, name } = manifest.metadata;
    const place = namespace === undefined ? name : `${namespace}.${name}`;
    new PlainObject(scope, `${manifest.apiVersion.replaceAll('/', '.')}.${manifest.kind}.${place}`, manifest);
  }
}
