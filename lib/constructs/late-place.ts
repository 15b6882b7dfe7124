import { Dependable, Node, type Construct, type IConstruct } from 'constructs';

/** Where a construct keeps its place, if that is a late one. */
export const place = Symbol('place');

/** What differs between places. */
interface PlaceOptions {
  /** The kind of node. @default a stock one */
  readonly nodeKind?: typeof Node;
  /** Whether its maker alone knows of the construct, so that nobody looks for it from above. @default false */
  readonly isHidden?: boolean;
}

/**
 * A construct's place in the tree, whose node is made when somebody looks for it: a node costs as much as the few
 * objects that most constructs hold, and a fleet has tens of thousands of constructs that are only rendered.
 *
 * Reading a scope's node makes the nodes of all that was put below it, in that order: from above nothing that waits can
 * be seen. So what waits is hidden, or below what waits.
 */
export class LatePlace {
  readonly #host: Construct;
  readonly #id: string;
  readonly #nodeKind: typeof Node;
  readonly #waiting: LatePlace[] = [];
  #node: Node | undefined;

  constructor(
    host: Construct,
    readonly scope: Construct,
    id: string,
    { nodeKind = Node, isHidden = false }: PlaceOptions = {},
  ) {
    this.#host = host;
    this.#id = id;
    this.#nodeKind = nodeKind;
    // as the constructor of a stock construct does
    Dependable.implement(host, new Itself(host));
    const above = placeOf(scope);
    if (above !== undefined && above.#node === undefined) above.#waiting.push(this);
    else if (!isHidden) this.#make();
  }

  /** The node; made now if it has not been, with those above and below. */
  get node(): Node {
    return this.#node ?? this.#grow();
  }

  /** The constructs below: those that wait for their nodes, or those in the tree. */
  get below(): readonly IConstruct[] {
    return this.#node === undefined ? this.#waiting.map((each) => each.#host) : this.#node.children;
  }

  #grow(): Node {
    const above = placeOf(this.scope);
    // whatever waits below a scope is made with it
    if (above !== undefined && above.#node === undefined) above.#grow();
    return this.#node ?? this.#make();
  }

  #make(): Node {
    this.#node = new this.#nodeKind(this.#host, this.scope, this.#id);
    for (const each of this.#waiting) each.#make();
    return this.#node;
  }
}

/** The place of a construct, if it is a late one. */
function placeOf(construct: object): LatePlace | undefined {
  return (construct as { readonly [place]?: LatePlace })[place];
}

/** What stands for a construct where something depends on it: the construct alone. */
class Itself extends Dependable {
  constructor(private readonly construct: Construct) {
    super();
  }

  get dependencyRoots(): IConstruct[] {
    return [this.construct];
  }
}
