import type { Diagnostic } from '../diagnostics/diagnostic.js';
import type { ClusterSymbols } from '../symbols/cluster-symbols.js';
import { conclude, type CheckOptions, type Found } from './check.js';
import type { ClusterView } from './cluster-view.js';
import type { FleetFacts } from './facts.js';
import { factsFinder, type Fleet, fleetOfViews } from './fleet.js';
import { keptOf } from './kept.js';
import { MissingFacts } from './missing-facts.js';
import { ownFleetOf } from './own-fleet.js';
import { reportFor } from './report.js';
import type { Rule } from './rule.js';
import { softened } from './soften.js';
import { rules as ourRules } from './rules/index.js';
import { viewOf } from './view-of.js';

/**
 * The linker for a fleet whose clusters stream by: what can be told of a cluster alone is told at once, and only what
 * the two ends of Links compare is kept. The findings are those of `check`.
 */
export class StreamedCheck {
  readonly #facts: FleetFacts;
  readonly #factsOf: ReturnType<typeof factsFinder>;
  readonly #kept: ClusterView[] = [];
  readonly #found: Found[] = [];
  readonly #missing = new MissingFacts();
  readonly #near: readonly { readonly rule: Rule; readonly report: ReturnType<typeof reportFor> }[];
  readonly #far: readonly Rule[];
  readonly #isKeptWhole: boolean;
  #release: number | undefined;

  constructor(facts: FleetFacts, rules: readonly Rule[] = ourRules) {
    this.#facts = facts;
    this.#factsOf = factsFinder(facts);
    this.#far = rules.filter(({ reach }) => reach !== 'cluster');
    this.#isKeptWhole = this.#far.some(({ reach }) => reach === undefined);
    this.#near = rules
      .filter(({ reach }) => reach === 'cluster')
      .map((rule) => ({ rule, report: this.#reportOf(rule, () => this.#release) }));
  }

  /** Takes the symbols of a cluster over. */
  addCluster(symbols: ClusterSymbols): void {
    const view = viewOf(symbols, this.#facts, this.#factsOf(symbols.name));
    const fleet = ownFleetOf(view, this.#facts);
    this.#release = view.release;
    for (const { rule, report } of this.#near) rule.check(fleet, report);
    this.#kept.push(this.#isKeptWhole ? view : keptOf(view));
  }

  /** Every finding, when all clusters were added. */
  finish(argocd: ClusterSymbols | undefined, options: Omit<CheckOptions, 'facts' | 'rules'>): Diagnostic[] {
    const fleet = fleetOfViews(this.#kept, this.#facts, argocd);
    for (const rule of this.#far) {
      rule.check(
        fleet,
        this.#reportOf(rule, (cluster) => fleet.view(cluster)?.release, fleet),
      );
    }
    const directives = [
      ...fleet.clusters.flatMap(({ symbols }) => symbols.directives),
      ...(argocd?.directives ?? []),
    ];
    return conclude(this.#found, this.#missing, directives, options);
  }

  #reportOf(
    rule: Rule,
    releaseOf: (cluster: string) => number | undefined,
    fleet?: Fleet,
  ): ReturnType<typeof reportFor> {
    return reportFor(
      rule,
      releaseOf,
      (diagnostic, object) => {
        this.#found.push({
          diagnostic: fleet === undefined ? diagnostic : softened(diagnostic, rule, fleet),
          object,
        });
      },
      (fact, cluster) => {
        this.#missing.add(fact, cluster);
      },
    );
  }
}
