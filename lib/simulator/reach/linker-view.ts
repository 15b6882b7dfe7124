import { check } from '../../checks/check.js';
import type { FleetFacts } from '../../checks/facts.js';
import { fleetOf, type Edge, type Fleet } from '../../checks/fleet.js';
import type { Diagnostic } from '../../diagnostics/diagnostic.js';
import type { LinkView } from '../prediction/link-view.js';
import type { PredictionInput } from '../prediction/predict.js';
import { symbolsOfGiven } from '../symbols-of-given.js';

/** What the linker knows of one Link, and of the clusters around it. */
export interface LinkerView {
  readonly fleet: Fleet;
  readonly edge?: Edge;
  /** Its errors and warnings. */
  readonly findings: readonly Diagnostic[];
}

/** Asks the linker about a Link, its source, and all targets of that. */
export function linkerView(
  input: PredictionInput,
  { link, source }: LinkView,
  views: readonly LinkView[],
): LinkerView {
  const names = new Set([source.name, ...views.map(({ target }) => target.name)]);
  const symbols = input.clusters.filter(({ name }) => names.has(name)).map(symbolsOfGiven);
  const facts = factsNaming(input.facts ?? {}, views);
  const fleet = fleetOf(symbols, facts);
  const edge = fleet.edges.find(
    (e) =>
      e.source.name === source.name &&
      e.link.name === link.name &&
      (e.link.namespace ?? link.namespace) === link.namespace,
  );
  const findings = check({ clusters: symbols }, { facts, severity: 'warning' });
  return edge === undefined ? { fleet, findings } : { fleet, edge, findings };
}

/** The fleet's facts, with the names of the targets' manifests under the names that the Links use. */
function factsNaming(facts: FleetFacts, views: readonly LinkView[]): FleetFacts {
  const clusters = { ...facts.clusters };
  for (const { target, targetName } of views) {
    if (target.name !== targetName)
      clusters[targetName] = { ...clusters[targetName], argocdName: target.name };
  }
  return { ...facts, clusters };
}
