import type { Field } from '../symbols/field.js';
import type { ObjectSymbol } from '../symbols/object.js';
import type { ClusterView } from './cluster-view.js';

/** A bundle of trust anchors, and the object that holds it. */
export interface TrustAnchors {
  readonly at: ObjectSymbol;
  readonly pem: Field<string>;
}

/** The bundles that a cluster's manifests hold, first the one that proxies are given; none that is empty. */
export function anchorBundles({ symbols }: ClusterView): readonly TrustAnchors[] {
  const { controlPlane, trustRoots } = symbols;
  const bundles: TrustAnchors[] = [];
  for (const [at, pem] of [
    [trustRoots, trustRoots?.pem],
    [controlPlane, controlPlane?.trustAnchorsPem],
  ] as const) {
    if (at !== undefined && pem !== undefined && pem.value.trim() !== '') bundles.push({ at, pem });
  }
  return bundles;
}

/** The trust anchors that a cluster's proxies are given, as far as its manifests tell. */
export function trustAnchorsOf(view: ClusterView): TrustAnchors | undefined {
  return anchorBundles(view)[0];
}
