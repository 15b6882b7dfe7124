import type { Diagnostic, Severity } from '../diagnostics/diagnostic.js';
import { sortDiagnostics } from '../diagnostics/order.js';
import type { ClusterSymbols, Directive } from '../symbols/cluster-symbols.js';
import type { ObjectSymbol } from '../symbols/object.js';
import { argocdFleetOf, holdsForArgocd } from './argocd-files.js';
import type { FleetFacts } from './facts.js';
import { fleetOf } from './fleet.js';
import { MissingFacts } from './missing-facts.js';
import { reportFor } from './report.js';
import { softened } from './soften.js';
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

/** True when one severity is milder than another. */
export function isMilder(severity: Severity, than: Severity): boolean {
  return gravity[severity] < gravity[than];
}

/**
 * The linker: applies every rule to the symbols of a fleet.
 *
 * Findings come sorted by place. A fact that no manifest tells is reported once as FACT_UNKNOWN, with the
 * clusters it is missing for; the rules that need it stay silent there.
 */
export function check(symbols: FleetSymbols, options: CheckOptions = {}): Diagnostic[] {
  const fleet = fleetOf(symbols.clusters, options.facts, symbols.argocd);
  const found: Found[] = [];
  const missing = new MissingFacts();
  for (const rule of [...ourRules, ...(options.rules ?? [])]) {
    const report = reportFor(
      rule,
      (cluster) => fleet.view(cluster)?.release,
      (diagnostic, object) => {
        found.push({ diagnostic: softened(diagnostic, rule, fleet), object });
      },
      (fact, cluster, place) => {
        missing.add(fact, cluster, place);
      },
    );
    rule.check(fleet, report);
    if (symbols.argocd !== undefined && holdsForArgocd(rule))
      rule.check(argocdFleetOf(symbols.argocd, fleet.facts), report);
  }
  const directives = [
    ...symbols.clusters.flatMap((cluster) => cluster.directives),
    ...(symbols.argocd?.directives ?? []),
  ];
  return conclude(found, missing, directives, options);
}

/** A diagnostic, and the object whose comments may suppress it. */
export interface Found {
  readonly diagnostic: Diagnostic;
  readonly object: ObjectSymbol;
}

/** Findings less what is suppressed or not wanted, with what is missing and what suppresses nothing, sorted. */
export function conclude(
  found: readonly Found[],
  missing: MissingFacts,
  directives: readonly Directive[],
  options: Omit<CheckOptions, 'facts' | 'rules'>,
): Diagnostic[] {
  const suppressions = new Suppressions(options.suppressions ?? [], directives);
  const told = (options.others ?? []).filter((diagnostic) => !suppressions.covers(diagnostic, undefined));
  for (const { diagnostic, object } of found) {
    if (!suppressions.covers(diagnostic, object)) told.push(diagnostic);
  }
  told.push(...missing.diagnostics(), ...suppressions.leftOver());
  return sortDiagnostics(told.filter((diagnostic) => isWanted(diagnostic, options)));
}

/** True when `--severity`, `--only` and `--skip` leave a diagnostic in. */
export function isWanted(
  { code, severity }: Diagnostic,
  options: Pick<CheckOptions, 'only' | 'skip' | 'severity'>,
): boolean {
  if (options.only !== undefined && options.only.length > 0 && !options.only.includes(code)) return false;
  if (options.skip?.includes(code) === true) return false;
  return !isMilder(severity, options.severity ?? 'info');
}
