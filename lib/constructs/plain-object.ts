import { ApiObject, ApiObjectMetadataDefinition, Chart, type JsonPatch } from 'cdk8s';
import { Construct } from 'constructs';
import { groupOf } from '../manifests/kind-scope.js';
import type { Manifest } from '../manifests/manifest.js';
import { copyOf, plainManifest } from '../manifests/plain-json.js';

/** What the constructor of a stock ApiObject makes, and what is done with it. */
interface StockParts {
  readonly name: string;
  readonly apiVersion: string;
  readonly apiGroup: string;
  readonly kind: string;
  readonly chart: Chart;
  readonly metadata: ApiObjectMetadataDefinition;
  readonly props: Manifest;
  readonly patches: JsonPatch[];
  addDependency(...dependencies: Construct[]): void;
  addJsonPatch(...operations: JsonPatch[]): void;
  toJson(): unknown;
}

/** `ApiObject` by its type and, from below on, by its prototype; but its constructor does not run. */
const ApiObjectInParts = Construct as unknown as new (scope: Construct, id: string) => Construct & StockParts;

/**
 * A Kubernetes object over plain data: an ApiObject in the tree of its chart, whose parts are made when somebody asks
 * for them. A stock one copies its metadata twice and looks for its chart at once, which takes four times as long as
 * its place in the tree, and a fleet has tens of thousands.
 *
 * Renders in one pass what stock cdk8s renders in four, and the same: whatever needs cdk8s' own way (patches, a
 * Lazy, labels of the chart, metadata added later) goes through it.
 */
export class PlainObject extends ApiObjectInParts {
  /** Stock cdk8s takes every ApiObject for an instance of whatever extends it. */
  static override [Symbol.hasInstance](value: unknown): value is PlainObject {
    return typeof value === 'object' && value !== null && #manifest in value;
  }

  readonly #manifest: Manifest;
  #metadata: ApiObjectMetadataDefinition | undefined;
  #patches: JsonPatch[] | undefined;

  constructor(scope: Construct, id: string, manifest: Manifest) {
    super(scope, id);
    this.#manifest = manifest;
  }

  override get name(): string {
    return this.#manifest.metadata.name;
  }

  override get apiVersion(): string {
    return this.#manifest.apiVersion;
  }

  override get apiGroup(): string {
    return groupOf(this.#manifest.apiVersion) || 'core';
  }

  override get kind(): string {
    return this.#manifest.kind;
  }

  override get chart(): Chart {
    return Chart.of(this);
  }

  override get metadata(): ApiObjectMetadataDefinition {
    return (this.#metadata ??= stockMetadata(this, this.#manifest.metadata));
  }

  override get props(): Manifest {
    return this.#manifest;
  }

  override get patches(): JsonPatch[] {
    return (this.#patches ??= []);
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
    // metadata that somebody asked for may have been added to
    if (this.#patches !== undefined || this.#metadata !== undefined) return undefined;
    return rendersAsGiven(this.#manifest.metadata, this.chart) ? plainManifest(this.#manifest) : undefined;
  }
}
Object.setPrototypeOf(PlainObject.prototype, ApiObject.prototype);
// what ApiObject.isApiObject looks for
Object.defineProperty(PlainObject.prototype, Symbol.for('cdk8s.ApiObject'), { value: true });

/** @see https://github.com/cdk8s-team/cdk8s-core/blob/v2.70.106/src/api-object.ts */
function stockMetadata(object: PlainObject, given: Manifest['metadata']): ApiObjectMetadataDefinition {
  const { chart } = object;
  return new ApiObjectMetadataDefinition({
    // cdk8s declares the lists of metadata mutable, and copies them
    ...(given as typeof given & { finalizers?: string[] }),
    namespace: given.namespace ?? chart.namespace,
    labels: { ...chart.labels, ...given.labels },
    apiObject: object as unknown as ApiObject,
  });
}

/** Whether stock cdk8s renders a key of metadata as it is given; from others it drops what is empty. */
function isPlainKey(key: string): boolean {
  return key === 'annotations' || key === 'labels' || key === 'name' || key === 'namespace';
}

/** Whether stock cdk8s renders metadata as it is given, in this chart. */
export function rendersAsGiven(metadata: Manifest['metadata'], chart: Chart): boolean {
  if (chart.namespace !== undefined && metadata.namespace === undefined) return false;
  if (!isEmpty(chart.labels)) return false;
  for (const key in metadata) if (!isPlainKey(key)) return false;
  return !isEmpty(metadata.labels) && !isEmpty(metadata.annotations);
}

/** Whether a map is there and empty. A chart may leave a key with nothing under it, which YAML reads as null. */
function isEmpty(map: object | null | undefined): boolean {
  if (map === undefined || map === null) return false;
  for (const _ in map) return false;
  return true;
}
