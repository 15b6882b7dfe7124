import { readFileSync } from 'node:fs';
import { fileURLToPath } from 'node:url';
import { parse } from 'yaml';

/** A difference from upstream's output that is kept on purpose. */
interface Exemption {
  /** Kind and name of the object. */
  readonly object: string;
  /** Name of a field, at any depth, whose text is not compared; without one, the object is not expected. */
  readonly field?: string;
  /** The only side that has the difference. */
  readonly side?: Side;
  readonly reason: string;
  readonly source: string;
}

/** Who rendered what ours is compared with. */
type Side = 'cli' | 'helm';

/** The list of differences kept on purpose, and how often each was needed. */
export class Exemptions {
  private readonly list: readonly Exemption[];
  private readonly used = new Map<Exemption, number>();

  constructor(side: Side) {
    const file = fileURLToPath(new URL('../differential/chart/exemptions.yaml', import.meta.url));
    const all = parse(readFileSync(file, 'utf8')) as Exemption[];
    this.list = all.filter((entry) => entry.side === undefined || entry.side === side);
  }

  /** The objects of the other side that ours must have. */
  expected(objects: readonly unknown[]): unknown[] {
    return objects.filter((object) => {
      const entry = this.of(object).find(({ field }) => field === undefined);
      if (entry !== undefined) this.count(entry);
      return entry === undefined;
    });
  }

  /** An object in a comparable form: keys sorted, what is exempt left out. */
  comparable(object: unknown): unknown {
    return this.without(object, this.of(object));
  }

  /** Exemptions that excused nothing. */
  unused(): Exemption[] {
    return this.list.filter((entry) => !this.used.has(entry));
  }

  private of(object: unknown): Exemption[] {
    const { kind, metadata } = object as { kind: string; metadata: { name: unknown } };
    return this.list.filter((entry) => entry.object === `${kind} ${String(metadata.name)}`);
  }

  private count(entry: Exemption): void {
    this.used.set(entry, (this.used.get(entry) ?? 0) + 1);
  }

  private without(value: unknown, exempt: readonly Exemption[]): unknown {
    if (Array.isArray(value)) return value.map((item) => this.without(item, exempt));
    if (typeof value !== 'object' || value === null) return value;
    const entries = Object.entries(value).filter(([key, inner]) => {
      const entry = typeof inner === 'string' ? exempt.find(({ field }) => field === key) : undefined;
      if (entry !== undefined) this.count(entry);
      return entry === undefined;
    });
    entries.sort(([a], [b]) => (a < b ? -1 : 1));
    return Object.fromEntries(entries.map(([key, inner]) => [key, this.without(inner, exempt)]));
  }
}
