import type { ClusterConfig } from '../config/cluster-config.js';
import type { LoadedConfig } from '../config/loaded-config.js';
import type { Diagnostic, Place } from '../diagnostics/diagnostic.js';
import type { ValueLayers } from './value-layers.js';

/** Facts that both the fleet file and a values file may state: path in the cluster's entry, path in values. */
const statedTwice: readonly (readonly [fleet: readonly string[], values: readonly string[]])[] = [
  [
    ['gateway', 'serviceType'],
    ['gateway', 'serviceType'],
  ],
  [
    ['gateway', 'port'],
    ['gateway', 'port'],
  ],
  [
    ['gateway', 'nodePort'],
    ['gateway', 'nodePort'],
  ],
  [
    ['gateway', 'probe', 'port'],
    ['gateway', 'probe', 'port'],
  ],
  [
    ['gateway', 'probe', 'nodePort'],
    ['gateway', 'probe', 'nodePort'],
  ],
  [
    ['gateway', 'probe', 'path'],
    ['gateway', 'probe', 'path'],
  ],
  [['trustDomain'], ['identityTrustDomain']],
  [['linkerdNamespace'], ['linkerdNamespace']],
];

/**
 * Facts that a cluster's entry and its values state differently.
 *
 * Reports VALUES_CONTRADICT_FLEET with both places.
 */
export function contradictionsOf(
  config: LoadedConfig,
  cluster: string,
  entry: ClusterConfig,
  layers: ValueLayers,
): Diagnostic[] {
  const diagnostics: Diagnostic[] = [];
  for (const [fleetPath, valuesPath] of statedTwice) {
    const stated = statedAt(entry, fleetPath);
    const found = stated === undefined ? undefined : layers.find(valuesPath);
    if (found === undefined || found.value === stated) continue;
    const path = ['clusters', cluster, ...fleetPath];
    diagnostics.push(
      contradiction(cluster, path.join('.'), stated, config.placeOf(path), valuesPath.join('.'), found),
    );
  }
  return diagnostics;
}

function statedAt(entry: ClusterConfig, path: readonly string[]): unknown {
  let value: unknown = entry;
  for (const key of path) {
    if (value === undefined || value === null) return undefined;
    value = (value as Record<string, unknown>)[key];
  }
  return value;
}

function contradiction(
  cluster: string,
  fleetPath: string,
  stated: unknown,
  fleetPlace: Place,
  valuesPath: string,
  found: { value: unknown; placed: () => Place },
): Diagnostic {
  const [inValues, inFleet] = [JSON.stringify(found.value), JSON.stringify(stated)];
  return {
    code: 'VALUES_CONTRADICT_FLEET',
    severity: 'error',
    message: `${valuesPath} is ${inValues} here, but the fleet says ${inFleet}`,
    why: 'Links of other clusters are made from this fact, so one of the two breaks them',
    fix: `remove ${valuesPath} here, or set ${fleetPath} to ${inValues}`,
    ...found.placed(),
    path: valuesPath,
    cluster,
    related: [{ message: `${fleetPath} is ${inFleet}`, cluster, ...fleetPlace }],
  };
}
