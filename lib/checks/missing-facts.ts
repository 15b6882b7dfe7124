import type { Diagnostic } from '../diagnostics/diagnostic.js';
import { byCodeUnits } from '../diagnostics/order.js';
import type { MissingFact } from './missing-fact.js';

/** Facts that no manifest tells, with the clusters that they are missing for. */
export class MissingFacts {
  readonly #clusters = new Map<MissingFact, Set<string>>();

  add(fact: MissingFact, cluster: string): void {
    const clusters = this.#clusters.get(fact);
    if (clusters === undefined) this.#clusters.set(fact, new Set([cluster]));
    else clusters.add(cluster);
  }

  /** Each fact once. Reports FACT_UNKNOWN. */
  diagnostics(): Diagnostic[] {
    return [...this.#clusters].map(([fact, clusters]) => unknownFact(fact, [...clusters].sort(byCodeUnits)));
  }
}

const mostClustersNamed = 5;

/** The one diagnostic for a fact that is missing for these clusters. */
export function unknownFact(fact: MissingFact, clusters: readonly string[]): Diagnostic {
  const named = clusters.slice(0, mostClustersNamed).join(', ');
  const more = clusters.length - mostClustersNamed;
  return {
    code: 'FACT_UNKNOWN',
    severity: 'info',
    message: `cannot tell ${fact.fact}: ${named}${more > 0 ? ` and ${more} more` : ''}`,
    why: fact.why,
    fix: fact.fix,
  };
}
