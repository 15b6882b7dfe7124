import { at, isRecord, textAt } from './record.js';

/** How the paths of a kind are built. */
export interface Resource {
  /** Plural, in lower case. */
  readonly name: string;
  readonly isNamespaced: boolean;
}

/** Which kinds an API server has, asked once per API version and again when a kind is new. */
export class Discovery {
  readonly #known = new Map<string, ReadonlyMap<string, Resource>>();

  constructor(private readonly get: (path: string) => Promise<Record<string, unknown>>) {}

  /** Rejects for a kind that is not served, in the words kubectl has for it. */
  async find(apiVersion: string, kind: string): Promise<Resource> {
    const known = this.#known.get(apiVersion)?.get(kind) ?? (await this.#ask(apiVersion)).get(kind);
    if (known === undefined) throw new Error(`no matches for kind "${kind}" in version "${apiVersion}"`);
    return known;
  }

  async #ask(apiVersion: string): Promise<ReadonlyMap<string, Resource>> {
    const list = await this.get(apiVersion.includes('/') ? `/apis/${apiVersion}` : `/api/${apiVersion}`);
    const kinds = new Map<string, Resource>();
    for (const entry of at(list, 'resources') as unknown[]) {
      if (!isRecord(entry) || String(entry.name).includes('/')) continue;
      kinds.set(String(entry.kind), {
        name: String(entry.name),
        isNamespaced: entry.namespaced === true,
      });
    }
    this.#known.set(apiVersion, kinds);
    return kinds;
  }
}

/** The kinds in an aggregated list of API groups as `group/version/Kind`, each with its scope. */
export function kindsIn(groups: unknown): ReadonlyMap<string, string> {
  return new Map(
    entries(groups, 'items').flatMap((group) =>
      entries(group, 'versions').flatMap((version) =>
        entries(version, 'resources').map((resource): [string, string] => [
          [
            textAt(group, 'metadata', 'name'),
            textAt(version, 'version'),
            textAt(resource, 'responseKind', 'kind'),
          ].join('/'),
          textAt(resource, 'scope'),
        ]),
      ),
    ),
  );
}

function entries(value: unknown, field: string): unknown[] {
  const list = at(value, field);
  return Array.isArray(list) ? (list as unknown[]) : [];
}
