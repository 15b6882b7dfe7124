import { ApiObject, type JsonPatch } from 'cdk8s';
import type { Construct } from 'constructs';
import type { Manifest } from '../manifests/manifest.js';
import { plainManifest } from '../manifests/plain-json.js';

/**
 * A Kubernetes object over plain data.
 *
 * Renders in one pass what stock cdk8s renders in four, and the same: whatever needs cdk8s' own way (patches, a
 * Lazy, labels of the chart, metadata added later) goes through it.
 */
export class PlainObject extends ApiObject {
  readonly #manifest: Manifest;
  #isPatched = false;

  constructor(scope: Construct, id: string, manifest: Manifest) {
    // cdk8s declares the lists of metadata mutable, and copies them
    super(scope, id, manifest as Manifest & { metadata: { finalizers?: string[] } });
    this.#manifest = manifest;
  }

  override addJsonPatch(...operations: JsonPatch[]): void {
    this.#isPatched = true;
    super.addJsonPatch(...operations);
  }

  override toJson(): unknown {
    if (this.#isPatched || this.#hasOtherMetadata() || this.node.dependencies.length > 0)
      return super.toJson();
    return plainManifest(this.#manifest) ?? super.toJson();
  }

  /** Whether the metadata that cdk8s holds differs from the manifest's: a chart's labels, a label added later. */
  #hasOtherMetadata(): boolean {
    const { metadata } = this.#manifest;
    const held = this.metadata as unknown as {
      readonly labels?: object;
      readonly annotations?: object;
      readonly finalizers?: readonly unknown[];
      readonly ownerReferences?: readonly unknown[];
      readonly _additionalAttributes?: object;
    };
    return (
      metadata.name !== this.name ||
      metadata.namespace !== this.metadata.namespace ||
      !isSame(metadata.labels, held.labels) ||
      !isSame(metadata.annotations, held.annotations) ||
      'finalizers' in metadata ||
      held.finalizers?.length !== 0 ||
      held.ownerReferences?.length !== 0 ||
      held._additionalAttributes === undefined
    );
  }
}

/** Whether two flat maps hold the same entries; an absent one is empty. */
function isSame(ours: object | null | undefined, held: object | undefined): boolean {
  if (held === undefined) return false;
  const entries = Object.entries(held);
  // A chart may leave a key with nothing under it, which YAML reads as null.
  if (entries.length !== Object.keys(ours ?? {}).length) return false;
  return entries.every(([key, value]) => (ours as Record<string, unknown> | undefined)?.[key] === value);
}
