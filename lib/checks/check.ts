import type { Diagnostic, Severity } from '../diagnostics/diagnostic.js';
import { sortDiagnostics } from '../diagnostics/order.js';
import type { ClusterSymbols } from '../symbols/cluster-symbols.js';
import type { FleetFacts } from './facts.js';
import { fleetOf, type Fleet } from './fleet.js';
import type { MissingFact } from './missing-fact.js';
import { reportFor } from './report.js';
import type { Rule } from './rule.js';
import { rules as ourRules } from './rules/index.js';
import { Suppressions, type Suppression } from './suppress.js';

/** What the linker looks at. */
export interface FleetSymbols {
  readonly clusters: readonly ClusterSymbols[];
  /** Applications, ApplicationSets and AppProjects that belong to no cluster's manifests. */
  readonly argocd?: ClusterSymbols;
}

/** How the linker looks. */
export interface CheckOptions {
  /** Facts that no manifest holds. */
  readonly facts?: FleetFacts;
  /** Rules of third parties, beside ours. */
  readonly rules?: readonly Rule[];
  /** Codes to keep; all when empty. */
  readonly only?: readonly string[];
  /** Codes to leave out. */
  readonly skip?: readonly string[];
  /** The mildest severity to keep; `info` by default. */
  readonly severity?: Severity;
  readonly suppressions?: readonly Suppression[];
  /** What others found before; suppressions hold for it as well. */
  readonly others?: readonly Diagnostic[];
}

const gravity: Readonly<Record<Severity, number>> = { info: 0, warning: 1, error: 2 };

/**
 * The linker: applies every rule to the symbols of a fleet.
 *
 * Findings come sorted by place. A fact that no manifest tells is reported once as FACT_UNKNOWN, with the
 * clusters it is missing for; the rules that need it stay silent there.
 */
export function check(symbols: FleetSymbols, options: CheckOptions = {}): Diagnostic[] {
  const fleet = fleetOf(symbols.clusters, options.facts, symbols.argocd);
  const suppressions = new Suppressions(options.suppressions ?? [], [
    ...symbols.clusters.flatMap((cluster) => cluster.directives),
    ...(symbols.argocd?.directives ?? []),
  ]);
  const found = (options.others ?? []).filter((diagnostic) => !suppressions.covers(diagnostic, undefined));
  const missing = new Map<MissingFact, Set<string>>();
  for (const rule of [...ourRules, ...(options.rules ?? [])]) {
    applyRule(rule, fleet, suppressions, found, missing);
  }
  for (const [fact, clusters] of missing) found.push(unknownFact(fact, [...clusters]));
  found.push(...suppressions.leftOver());
  return sortDiagnostics(found.filter((diagnostic) => isWanted(diagnostic, options)));
}

/** True when `--severity`, `--only` and `--skip` leave a diagnostic in. */
export function isWanted(
  { code, severity }: Diagnostic,
  options: Pick<CheckOptions, 'only' | 'skip' | 'severity'>,
): boolean {
  if (options.only !== undefined && options.only.length > 0 && !options.only.includes(code)) return false;
  if (options.skip?.includes(code) === true) return false;
  return gravity[severity] >= gravity[options.severity ?? 'info'];
}

function applyRule(
  rule: Rule,
  fleet: Fleet,
  suppressions: Suppressions,
  found: Diagnostic[],
  missing: Map<MissingFact, Set<string>>,
): void {
  const report = reportFor(
    rule,
    fleet,
    (diagnostic, object) => {
      if (!suppressions.covers(diagnostic, object)) found.push(diagnostic);
    },
    (fact, cluster) => {
      const clusters = missing.get(fact);
      if (clusters === undefined) missing.set(fact, new Set([cluster]));
      else clusters.add(cluster);
    },
  );
  rule.check(fleet, report);
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
