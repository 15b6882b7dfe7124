import { Chart } from 'cdk8s';
import { Construct, Node } from 'constructs';
import type { Manifest } from '../manifests/manifest.js';
import { plainManifest } from '../manifests/plain-json.js';
import { inParts } from './in-parts.js';
import { LatePlace, place } from './late-place.js';
import { PlainObject, rendersAsGiven } from './plain-object.js';

/**
 * A construct over Kubernetes objects as plain data, which become ApiObjects below it when somebody looks there: at
 * its `node`, without which nobody comes to them. A fleet has tens of thousands of objects, most of which are only
 * rendered: a node for each would cost as much as all that it holds.
 */
export abstract class ObjectsConstruct extends inParts(Construct) {
  /** The objects, as plain data; in the order of the chart that they come from. */
  declare readonly objects: readonly Manifest[];
  declare readonly [place]: LatePlace;
  #isGrown = false;

  protected constructor(scope: Construct, id: string, objects: readonly Manifest[]) {
    super();
    this.objects = objects;
    this[place] = new LatePlace(this, scope, id, { nodeKind: GrowingNode });
  }

  static {
    Object.defineProperty(this.prototype, 'node', {
      get(this: ObjectsConstruct) {
        return this.#grownNode();
      },
    });
  }

  /** The place in the tree, the ApiObjects below it included. */
  #grownNode(): Node {
    const { node } = this[place];
    if (!this.#isGrown) {
      this.#isGrown = true;
      growing = node;
      try {
        addObjects(this, this.objects);
      } finally {
        growing = undefined;
      }
    }
    return node;
  }

  /** The objects as stock cdk8s would render them; undefined where only the ApiObjects themselves can tell. */
  toManifests(): readonly Manifest[] | undefined {
    if (this.#isGrown) return undefined;
    const chart = Chart.of(this[place].scope);
    const manifests: Manifest[] = [];
    for (const object of this.objects) {
      const manifest = rendersAsGiven(object.metadata, chart) ? plainManifest(object) : undefined;
      if (manifest === undefined) return undefined;
      manifests.push(manifest);
    }
    return manifests;
  }
}

/** A node whose tree may be locked before its objects are looked at: they have been part of it all the time. */
class GrowingNode extends Node {
  override get locked(): boolean {
    return this !== growing && super.locked;
  }
}
let growing: Node | undefined;

/** Adds manifests to a scope of their own: the first of each kind under its kind, the second as `Role-2`, and so on. */
function addObjects(scope: Construct, manifests: readonly Manifest[]): void {
  const counts = new Map<string, number>();
  for (const manifest of manifests) {
    const { kind } = manifest;
    const count = (counts.get(kind) ?? 0) + 1;
    counts.set(kind, count);
    new PlainObject(scope, count === 1 ? kind : `${kind}-${count}`, manifest);
  }
}
