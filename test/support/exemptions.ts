import { readFileSync } from 'node:fs';
import { fileURLToPath } from 'node:url';
import { parse } from 'yaml';

/** A difference from Helm's output that is kept on purpose. */
interface Exemption {
  /** Kind and name of the object. */
  readonly object: string;
  /** Name of a field, at any depth, whose text is not compared. */
  readonly field: string;
  readonly reason: string;
  readonly source: string;
}

/** The list of differences kept on purpose, and how often each was needed. */
export class Exemptions {
  private readonly list = parse(
    readFileSync(fileURLToPath(new URL('../differential/chart/exemptions.yaml', import.meta.url)), 'utf8'),
  ) as Exemption[];
  private readonly used = new Map<Exemption, number>();

  /** An object in a comparable form: keys sorted, what is exempt left out. */
  comparable(object: unknown): unknown {
    const { kind, metadata } = object as { kind: string; metadata: { name: unknown } };
    const exempt = this.list.filter((entry) => entry.object === `${kind} ${String(metadata.name)}`);
    return this.without(object, exempt);
  }

  /** Exemptions that excused nothing. */
  unused(): Exemption[] {
    return this.list.filter((entry) => !this.used.has(entry));
  }

  private without(value: unknown, exempt: readonly Exemption[]): unknown {
    if (Array.isArray(value)) return value.map((item) => this.without(item, exempt));
    if (typeof value !== 'object' || value === null) return value;
    const entries = Object.entries(value).filter(([key, inner]) => {
      const entry = typeof inner === 'string' ? exempt.find(({ field }) => field === key) : undefined;
      if (entry !== undefined) this.used.set(entry, (this.used.get(entry) ?? 0) + 1);
      return entry === undefined;
    });
    entries.sort(([a], [b]) => (a < b ? -1 : 1));
    return Object.fromEntries(entries.map(([key, inner]) => [key, this.without(inner, exempt)]));
  }
}
