import type { ClusterConfig } from '../config/cluster-config.js';
import type { LoadedConfig } from '../config/loaded-config.js';
import type { Diagnostic, Place } from '../diagnostics/diagnostic.js';
import { resolveRelease } from '../releases/resolve-release.js';
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

/** Facts of all clusters that values may state, too; a cluster's entry overrides them under a name of its own. */
const ofAllClusters = [
  { key: 'trustDomain', entryKey: 'trustDomain', value: 'identityTrustDomain' },
  { key: 'namespace', entryKey: 'linkerdNamespace', value: 'linkerdNamespace' },
] as const;

/**
 * Facts that the fleet file and a cluster's values state differently.
 *
 * Reports VALUES_CONTRADICT_FLEET with both places; as a warning of the release, which the values but tell.
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
    diagnostics.push(contradiction(config, cluster, { path, stated }, valuesPath.join('.'), found));
  }
  const { linkerd } = config.fleet;
  for (const { key, entryKey, value } of ofAllClusters) {
    const stated = entry[entryKey] === undefined ? linkerd[key] : undefined;
    const found = stated === undefined ? undefined : layers.find([value]);
    // nothing but text is taken for either
    if (typeof found?.value !== 'string' || found.value === stated) continue;
    const cure = found.isOwn ? ['clusters', cluster, entryKey] : ['linkerd', key];
    diagnostics.push(contradiction(config, cluster, { path: ['linkerd', key], stated, cure }, value, found));
  }
  return [...diagnostics, ...otherVersion(config, cluster, layers)];
}

/** A version that the chart's objects would bear, while Links bear the release. */
function otherVersion(config: LoadedConfig, cluster: string, layers: ValueLayers): Diagnostic[] {
  const { release: stated } = config.fleet.linkerd;
  const found = layers.find(['linkerdVersion']);
  const { release } = resolveRelease(stated);
  if (typeof found?.value !== 'string' || release === undefined) return [];
  if (found.value === stated || found.value === release.name) return [];
  return [
    {
      ...contradiction(config, cluster, { path: ['linkerd', 'release'], stated }, 'linkerdVersion', found),
      severity: 'warning',
      why: 'objects of the chart would bear this version, and Links the release',
      fix: 'remove linkerdVersion here: it follows the release',
    },
  ];
}

function statedAt(entry: ClusterConfig, path: readonly string[]): unknown {
  let value: unknown = entry;
  for (const key of path) {
    if (value === undefined || value === null) return undefined;
    value = (value as Record<string, unknown>)[key];
  }
  return value;
}

/** What the fleet file states, where, and where it would be set for what the values say. */
interface Stated {
  readonly path: readonly string[];
  readonly stated: unknown;
  readonly cure?: readonly string[];
}

function contradiction(
  config: LoadedConfig,
  cluster: string,
  { path, stated, cure = path }: Stated,
  valuesPath: string,
  found: { value: unknown; placed: () => Place },
): Diagnostic {
  const [inValues, inFleet] = [JSON.stringify(found.value), JSON.stringify(stated)];
  return {
    code: 'VALUES_CONTRADICT_FLEET',
    severity: 'error',
    message: `${valuesPath} is ${inValues} here, but the fleet says ${inFleet}`,
    why: 'Links of other clusters are made from this fact, so one of the two breaks them',
    fix: `remove ${valuesPath} here, or set ${cure.join('.')} to ${inValues}`,
    ...found.placed(),
    path: valuesPath,
    cluster,
    related: [{ message: `${path.join('.')} is ${inFleet}`, cluster, ...config.placeOf(path) }],
  };
}
