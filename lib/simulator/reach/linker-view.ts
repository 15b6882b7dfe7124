import { check } from '../../checks/check.js';
import { fleetOf, type Edge } from '../../checks/fleet.js';
import type { Diagnostic } from '../../diagnostics/diagnostic.js';
import { emptySymbols, type ClusterSymbols } from '../../symbols/cluster-symbols.js';
import { readObject } from '../../symbols/read-object.js';
import { Reader } from '../../symbols/reader.js';
import type { GivenCluster } from '../prediction/given.js';
import type { LinkView } from '../prediction/link-view.js';
import type { PredictionInput } from '../prediction/predict.js';

/** What the linker knows of one Link. */
export interface LinkerView {
  readonly edge?: Edge;
  /** The linker's errors about this Link. */
  readonly errors: readonly Diagnostic[];
}

/** The linker's symbols of given manifests, with places. */
export function symbolsOfGiven({ name, manifests }: GivenCluster): ClusterSymbols {
  const symbols = emptySymbols(name);
  for (const { object, file, locate } of manifests) readObject(symbols, new Reader(object, [], locate), file);
  return symbols;
}

/** Asks the linker about the two clusters of a Link. */
export function linkerView(
  input: PredictionInput,
  { link, source, target, targetName }: LinkView,
): LinkerView {
  const both = input.clusters.filter(({ name }) => name === source.name || name === target.name);
  const symbols = both.map(symbolsOfGiven);
  const facts = target.name === targetName ? {} : { clusters: { [targetName]: { argocdName: target.name } } };
  const edge = fleetOf(symbols, facts).edges.find(
    (e) => e.source.name === source.name && e.link.name === link.name,
  );
  const errors = check({ clusters: symbols }, { facts, severity: 'error' }).filter(
    (d) => d.link === edge?.label,
  );
  return edge === undefined ? { errors } : { edge, errors };
}
