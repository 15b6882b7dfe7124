import { byCodeUnits } from '../../diagnostics/order.js';
import type { StaleMirror } from './comparison.js';
import { differing, type Seen, type Snapshot } from './snapshot.js';

/** How a mirror differs from what a clean start would make; `undefined` when it does not. */
function staleness(is: Seen | undefined, should: Seen | undefined): string | undefined {
  if (is === undefined) return should === undefined ? undefined : 'it is missing';
  if (should === undefined) return 'it stays, though nothing mirrors it any more';
  const fields = differing(is, should);
  return fields.length === 0 ? undefined : `it keeps its old ${fields.join(' and ')}`;
}

/** The source after the change, and what may bring its mirrors up to date, one after the other. */
export interface Aftermath {
  readonly changed: Snapshot;
  readonly restarted: Snapshot;
  readonly touched: Snapshot;
}

/** Mirrors that are not, after a change, as controllers would make them from nothing; by Namespace and name. */
export function staleMirrors(
  source: string,
  { changed, restarted, touched }: Aftermath,
  should: Snapshot,
): StaleMirror[] {
  const stale: StaleMirror[] = [];
  for (const key of [...new Set([...changed.keys(), ...should.keys()])].sort(byCodeUnits)) {
    const message = staleness(changed.get(key), should.get(key));
    if (message === undefined) continue;
    const heals = (state: Snapshot): boolean => staleness(state.get(key), should.get(key)) === undefined;
    const until = heals(restarted)
      ? 'the controller restarts'
      : heals(touched)
        ? 'its exported Service changes'
        : 'it is mended by hand';
    const { namespace = '', name = '' } = (changed.get(key) ?? should.get(key))?.row ?? {};
    stale.push({ source, namespace, name, message, until });
  }
  return stale;
}
