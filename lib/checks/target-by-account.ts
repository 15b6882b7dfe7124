import type { ClusterView } from './cluster-view.js';
import type { FleetFacts } from './facts.js';
import { endingsOf } from './name-endings.js';
import { outerPort } from './outer-port.js';
import type { LinkSymbol } from '../symbols/kinds/link.js';
import type { ServiceSymbol } from '../symbols/kinds/service.js';

/** A given cluster that a Link is taken to mean. */
export interface DeducedTarget {
  readonly target: ClusterView;
  /** True when a port of its gateway agrees as well: then nothing is left to doubt. */
  readonly isCertain: boolean;
}

/**
 * Finds the one given cluster that has an account named after a source, `…-<source>`, for a source with a single Link.
 *
 * People name accounts so, and a token for nobody is rare; still it is a convention and no reference.
 */
export function targetByAccount(
  clusters: readonly ClusterView[],
  { clusters: told = {} }: FleetFacts,
): (source: ClusterView, link: LinkSymbol) => DeducedTarget | undefined {
  let owners: ReadonlyMap<string, ClusterView | null> | undefined;
  return (source, link) => {
    if (source.symbols.links.length !== 1) return undefined;
    owners ??= accountEndings(clusters);
    const names = [
      source.name,
      ...Object.entries(told).flatMap(([key, { argocdName }]) => (argocdName === source.name ? [key] : [])),
    ];
    const found = new Set(names.map((name) => owners?.get(name)).filter((view) => view !== undefined));
    const [target] = found;
    if (found.size !== 1 || target === undefined || target === null || target === source) return undefined;
    return { target, isCertain: target.gateways.some((gateway) => sharesPort(gateway, link)) };
  };
}

/** What stands behind each hyphen of the names of accounts; null where several clusters have it. */
function accountEndings(clusters: readonly ClusterView[]): ReadonlyMap<string, ClusterView | null> {
  const owners = new Map<string, ClusterView | null>();
  for (const view of clusters) {
    for (const account of view.remoteAccess.keys()) {
      for (const ending of endingsOf(account)) {
        const known = owners.get(ending);
        owners.set(ending, known === undefined || known === view ? view : null);
      }
    }
  }
  return owners;
}

function sharesPort(gateway: ServiceSymbol, { gatewayPort, probePort }: LinkSymbol): boolean {
  const agrees = (said: string | undefined, name: 'mc-gateway' | 'mc-probe') =>
    said !== undefined && said === String(outerPort(gateway, name)?.field.value);
  return agrees(gatewayPort?.value, 'mc-gateway') || agrees(probePort?.value, 'mc-probe');
}
