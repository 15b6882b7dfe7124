import type { ClusterSymbols } from '../symbols/cluster-symbols.js';
import type { ObjectSymbol } from '../symbols/object.js';
import type { FleetFacts } from './facts.js';

const key = 'argocd.argoproj.io/sync-wave';

/** Argo CD's wave of an object: its annotation, else Helm's weight of a hook, else 0. */
export function waveOf({ annotations }: ObjectSymbol): number {
  const wave = Number(annotations[key] ?? annotations['helm.sh/hook-weight'] ?? '0');
  return Number.isInteger(wave) ? wave : 0;
}

/** True for a hook that runs after everything else is healthy. */
export function isPostSync({ annotations }: ObjectSymbol): boolean {
  const own = annotations['argocd.argoproj.io/hook'];
  if (own !== undefined) return /\bPostSync\b/.test(own);
  return /\bpost-(install|upgrade)\b/.test(annotations['helm.sh/hook'] ?? '');
}

/** True for the chart's own hook, which labels the Namespace. */
export function isMetadataJob({ kind, name }: ObjectSymbol): boolean {
  return kind === 'Job' && name === 'namespace-metadata';
}

/** Why Argo CD may wait for an object that another cluster or a store must help to be healthy; undefined for others. */
export function healthWait({ kind }: ObjectSymbol): string | undefined {
  switch (kind) {
    case 'ExternalSecret':
      return 'is healthy once its key is in the store';
    case 'PushSecret':
      return 'is healthy once the store took its key';
    case 'SealedSecret':
      return 'is healthy once it could be unsealed';
    case 'HTTPRoute':
    case 'GRPCRoute':
      return 'is healthy once all its backends exist';
    default:
      return undefined;
  }
}

/**
 * The object of the highest wave in each namespace, hooks apart; empty where all are in one wave. Which Application
 * delivers what is not known, and one of another namespace may well be another's: unless there is but one.
 */
export function lastInWavesOf(
  symbols: ClusterSymbols,
  { oneApplication = false }: FleetFacts,
): ReadonlyMap<string, ObjectSymbol> {
  if (symbols.steered.length === 0) return noWaves;
  const last = new Map<string, ObjectSymbol>();
  let hasWaves = false;
  let lastOfAll: ObjectSymbol | undefined;
  for (const list of [
    symbols.links,
    symbols.services,
    symbols.workloads,
    symbols.secrets,
    symbols.pushSecrets,
    symbols.servers,
    symbols.authorizationPolicies,
    symbols.roles,
    symbols.bindings,
    symbols.serviceAccounts,
    symbols.routes,
    symbols.configs,
    // whatever its kind
    symbols.steered,
  ] as readonly (readonly ObjectSymbol[])[]) {
    for (const object of list) {
      if (isPostSync(object)) continue;
      const wave = waveOf(object);
      hasWaves ||= wave !== 0;
      const known = last.get(object.namespace ?? '');
      if (known === undefined || wave > waveOf(known)) last.set(object.namespace ?? '', object);
      if (lastOfAll === undefined || wave > waveOf(lastOfAll)) lastOfAll = object;
    }
  }
  if (!hasWaves) return noWaves;
  if (oneApplication && lastOfAll !== undefined)
    for (const namespace of last.keys()) last.set(namespace, lastOfAll);
  return last;
}

const noWaves: ReadonlyMap<string, ObjectSymbol> = new Map();
