import type { PredictionInput } from './predict.js';

/** What a fleet calls a cluster whose manifests are given under another name, as Argo CD has one for it. */
export type FleetNames = (given: string) => string;

/**
 * Names for the clusters of these inputs, the newest first: those of the fleet file, else those that all Links use
 * which mean the cluster.
 *
 * A name that is given stands for the cluster that it is given for, and none for two.
 */
export function fleetNames(...inputs: readonly PredictionInput[]): FleetNames {
  const names = new Map(inputs.flatMap(({ clusters }) => clusters.map(({ name }) => [name, name])));
  const taken = new Set(names.keys());
  const call = (given: string, name: string): void => {
    if (taken.has(name) || names.get(given) !== given) return;
    taken.add(name);
    names.set(given, name);
  };
  for (const { facts } of inputs) {
    for (const [name, { argocdName = name }] of Object.entries(facts?.clusters ?? {})) call(argocdName, name);
  }
  const byLinks = new Map<string, Set<string>>();
  for (const [alias, given] of inputs.flatMap(({ aliases = {} }) => Object.entries(aliases))) {
    byLinks.set(given, (byLinks.get(given) ?? new Set()).add(alias));
  }
  for (const [given, [name = given, ...others]] of byLinks) if (others.length === 0) call(given, name);
  return (given) => names.get(given) ?? given;
}

/** The same clusters by the names of the fleet; Links find them by these and by the names that were given. */
export function calledBy(names: FleetNames, input: PredictionInput): PredictionInput {
  const aliases: Record<string, string> = {};
  for (const { name } of input.clusters) aliases[name] = names(name);
  for (const [alias, name] of Object.entries(input.aliases ?? {})) aliases[alias] = names(name);
  return { ...input, aliases, clusters: input.clusters.map((each) => ({ ...each, name: names(each.name) })) };
}
