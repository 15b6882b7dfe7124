import type { World } from '../world.js';
import type { Inventory } from './inventory.js';
import { mirrorRows } from './mirror-rows.js';
import type { PredictedMirror } from './prediction.js';

/** A mirror as it is compared: what people see of it, and its labels and annotations. */
export interface Seen {
  readonly row: PredictedMirror;
  readonly metadata: string;
}

/** The mirrors of a source at one time, by `namespace/name`. */
export type Snapshot = ReadonlyMap<string, Seen>;

/** What the source holds now. */
export function snapshot(world: World, source: Inventory): Snapshot {
  const rows = mirrorRows(world, source.name, source.clusterDomain, []);
  return new Map(
    rows.map((row) => {
      const { labels = {}, annotations = {} } =
        world.source.services.get(row.namespace, row.name)?.metadata ?? {};
      const kept = Object.entries(annotations).filter(
        ([key]) => key !== 'mirror.linkerd.io/remote-resource-version' && key !== 'linkspan.io/touched',
      );
      const metadata = JSON.stringify([Object.entries(labels).sort(), kept.sort()]);
      return [`${row.namespace}/${row.name}`, { row, metadata }];
    }),
  );
}

/** What differs between two states of a mirror: columns of its row, and `metadata`. */
export function differing(a: Seen, b: Seen): string[] {
  const fields = (['mode', 'exports', 'ports', 'endpoints'] as const).filter(
    (field) => JSON.stringify(a.row[field]) !== JSON.stringify(b.row[field]),
  );
  return a.metadata === b.metadata ? fields : [...fields, 'metadata'];
}
