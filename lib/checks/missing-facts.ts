import type { Diagnostic, Related } from '../diagnostics/diagnostic.js';
import { byCodeUnits } from '../diagnostics/order.js';
import type { MissingFact } from './missing-fact.js';

/** What is known of a fact that is missing. */
interface Missing {
  readonly clusters: Set<string>;
  /** The first places that asked for it, in reading order. */
  readonly places: Related[];
}

/** Facts that no manifest tells, with the clusters that they are missing for. */
export class MissingFacts {
  readonly #missing = new Map<MissingFact, Missing>();

  add(fact: MissingFact, cluster: string, place?: Related): void {
    let missing = this.#missing.get(fact);
    if (missing === undefined) this.#missing.set(fact, (missing = { clusters: new Set(), places: [] }));
    missing.clusters.add(cluster);
    if (place !== undefined) addPlace(missing.places, place);
  }

  /** Each fact once. Reports FACT_UNKNOWN. */
  diagnostics(): Diagnostic[] {
    return [...this.#missing].map(([fact, { clusters, places }]) =>
      unknownFact(fact, [...clusters].sort(byCodeUnits), places),
    );
  }
}

const mostPlaces = 3;

/** Clusters may be read in any order: the same places are kept of all that are added. */
function addPlace(places: Related[], place: Related): void {
  let at = places.length;
  for (; at > 0; at--) {
    const other = places[at - 1];
    const order = other === undefined ? 1 : inReadingOrder(place, other);
    if (order === 0) return;
    if (order > 0) break;
  }
  if (at === mostPlaces) return;
  places.splice(at, 0, place);
  places.length = Math.min(places.length, mostPlaces);
}

function inReadingOrder(a: Related, b: Related): number {
  return (
    byCodeUnits(a.cluster ?? '', b.cluster ?? '') ||
    byCodeUnits(a.file ?? '', b.file ?? '') ||
    (a.line ?? 0) - (b.line ?? 0) ||
    (a.column ?? 0) - (b.column ?? 0) ||
    byCodeUnits(a.message, b.message)
  );
}

const mostClustersNamed = 5;

/** The one diagnostic for a fact that is missing for these clusters, with the first places that asked for it. */
export function unknownFact(
  fact: MissingFact,
  clusters: readonly string[],
  places: readonly Related[] = [],
): Diagnostic {
  const named = clusters.slice(0, mostClustersNamed).join(', ');
  const more = clusters.length - mostClustersNamed;
  return {
    code: 'FACT_UNKNOWN',
    severity: 'info',
    message: `cannot tell ${fact.fact}: ${named}${more > 0 ? ` and ${more} more` : ''}`,
    why: fact.why,
    fix: fact.fix,
    ...(places.length > 0 && { related: places }),
  };
}
