import { byCodeUnits } from '../../diagnostics/order.js';
import type { MirrorChange } from './comparison.js';
import { differing, type Snapshot } from './snapshot.js';

/** The mirrors of a source that differ between two snapshots, by Namespace and name. */
export function mirrorChanges(source: string, before: Snapshot, after: Snapshot): MirrorChange[] {
  const changes: MirrorChange[] = [];
  for (const key of [...new Set([...before.keys(), ...after.keys()])].sort(byCodeUnits)) {
    const old = before.get(key);
    const now = after.get(key);
    const { namespace = '', name = '' } = (now ?? old)?.row ?? {};
    const base = { source, namespace, name };
    if (old === undefined && now !== undefined)
      changes.push({ ...base, change: 'appears', fields: [], after: now.row });
    else if (now === undefined && old !== undefined)
      changes.push({ ...base, change: 'vanishes', fields: [], before: old.row });
    else if (old !== undefined && now !== undefined) {
      const fields = differing(old, now);
      if (fields.length > 0)
        changes.push({ ...base, change: 'changes', fields, before: old.row, after: now.row });
    }
  }
  return changes;
}
