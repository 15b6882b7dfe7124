import { Chart } from 'cdk8s';
import { Construct, Dependable, Node, type IConstruct } from 'constructs';
import type { Manifest } from '../manifests/manifest.js';
import { PlainObject, rendersAsGiven } from './plain-object.js';
import { plainManifest } from '../manifests/plain-json.js';

/** `Construct` by its type and its prototype; but its constructor does not run. */
const ConstructInParts = function () {
  return undefined;
} as unknown as new () => Construct;
Object.setPrototypeOf(ConstructInParts, Construct);
Object.setPrototypeOf(ConstructInParts.prototype, Construct.prototype);

/**
 * A construct over Kubernetes objects as plain data, which become ApiObjects below it when somebody looks there: at
 * its `node`, without which nobody comes to them. A fleet has tens of thousands of objects, most of which are only
 * rendered: a node for each would cost as much as all that it holds.
 */
export abstract class ObjectsConstruct extends ConstructInParts {
  /** The objects, as plain data; in the order of the chart that they come from. */
  readonly objects: readonly Manifest[];
  readonly #node: Node;
  #isGrown = false;

  protected constructor(scope: Construct, id: string, objects: readonly Manifest[]) {
    super();
    this.objects = objects;
    this.#node = new GrowingNode(this, scope, id);
    // as the constructor of a stock construct does
    Dependable.implement(this, new Itself(this));
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
    if (!this.#isGrown) {
      this.#isGrown = true;
      growing = this.#node;
      try {
        addObjects(this, this.objects);
      } finally {
        growing = undefined;
      }
    }
    return this.#node;
  }

  /** The objects as stock cdk8s would render them; undefined where only the ApiObjects themselves can tell. */
  toManifests(): readonly Manifest[] | undefined {
    if (this.#isGrown) return undefined;
    const { scope } = this.#node;
    if (scope === undefined) return undefined;
    const chart = Chart.of(scope);
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

/** What stands for a construct where something depends on it: the construct alone. */
class Itself extends Dependable {
  constructor(private readonly construct: Construct) {
    super();
  }

  get dependencyRoots(): IConstruct[] {
    return [this.construct];
  }
}

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
