import { ApiObject, type JsonPatch } from 'cdk8s';
import type { Construct } from 'constructs';
import type { Manifest } from '../manifests/manifest.js';
import { copyOf, plainManifest } from '../manifests/plain-json.js';

/**
 * A Kubernetes object over plain data.
 *
 * Renders in one pass what stock cdk8s renders in four, and the same: whatever needs cdk8s' own way (patches, a
 * Lazy, labels of the chart, metadata added later) goes through it.
 */
export class PlainObject extends ApiObject {
  /** Stock cdk8s takes every ApiObject for an instance of whatever extends it. */
  static override [Symbol.hasInstance](value: unknown): value is PlainObject {
    return typeof value === 'object' && value !== null && #manifest in value;
  }

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
    const manifest = this.#plainManifest();
    // whoever asks may change what they get
    return manifest === undefined ? super.toJson() : copyOf(manifest);
  }

  /** As `toJson`, for those who only look: shares what it can with the manifest given, and copies nothing in vain. */
  toManifest(): Manifest {
    return this.#plainManifest() ?? (super.toJson() as Manifest);
  }

  #plainManifest(): Manifest | undefined {
    if (this.#isPatched || this.#hasOtherMetadata() || this.node.dependencies.length > 0) return undefined;
    return plainManifest(this.#manifest);
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
      !Object.keys(metadata).every((key) => plainMetadata.includes(key)) ||
      held.finalizers?.length !== 0 ||
      held.ownerReferences?.length !== 0 ||
      held._additionalAttributes === undefined
    );
  }
}

type Fields = Readonly<Record<string, unknown>>;

/** The metadata that stock cdk8s renders as it is given; from others it drops what is empty. */
const plainMetadata = ['annotations', 'labels', 'name', 'namespace'];

/** Whether two flat maps hold the same entries; an absent one is empty. */
function isSame(ours: object | null | undefined, held: object | undefined): boolean {
  if (held === undefined) return false;
  const keys = Object.keys(held);
  // A chart may leave a key with nothing under it, which YAML reads as null.
  if (ours === undefined || ours === null) return keys.length === 0;
  // an empty map stays where stock cdk8s drops it
  if (keys.length === 0 || keys.length !== Object.keys(ours).length) return false;
  for (const key of keys) {
    if ((ours as Fields)[key] !== (held as Fields)[key]) return false;
  }
  return true;
}
