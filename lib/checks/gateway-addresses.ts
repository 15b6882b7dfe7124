import { ipVersion } from '../config/validate/ip-version.js';
import { addressesIn } from '../link/address-list.js';
import type { Field } from '../symbols/field.js';
import type { ServiceSymbol } from '../symbols/kinds/service.js';
import type { Edge, Fleet } from './fleet.js';
import { oncePerRun } from './per-run.js';

/** An address at which a cluster's gateway is reached, as its Service or the fleet's facts tell. */
export interface GatewayAddress {
  /** As `plainAddress` writes it. */
  readonly address: string;
  /** The cluster: its given name, else the one that facts call it. */
  readonly cluster: string;
  /** The Service of the gateway, where the files hold it. */
  readonly gateway?: ServiceSymbol;
  /** Where the Service tells the address; absent where facts tell it. */
  readonly field?: Field<string>;
}

/** The addresses of a fleet's gateways, by cluster and by address. */
export interface GatewayAddresses {
  readonly byCluster: ReadonlyMap<string, readonly GatewayAddress[]>;
  readonly byAddress: ReadonlyMap<string, GatewayAddress>;
}

/** What facts tell of clusters, and of their gateways' addresses. */
const addressesTold = oncePerRun(({ clusters = {} }) =>
  Object.entries(clusters).filter(([, { gatewayAddress }]) => gatewayAddress !== undefined),
);

/** Finds the addresses of all gateways; of one that several clusters have, the first is kept by address. */
export function gatewayAddressesOf({ clusters, view, facts }: Fleet): GatewayAddresses {
  const byCluster = new Map<string, GatewayAddress[]>();
  const byAddress = new Map<string, GatewayAddress>();
  const add = (known: GatewayAddress): void => {
    const some = byCluster.get(known.cluster);
    if (some === undefined) byCluster.set(known.cluster, [known]);
    else some.push(known);
    if (!byAddress.has(known.address)) byAddress.set(known.address, known);
  };
  for (const { name, gateways } of clusters) {
    for (const gateway of gateways) {
      for (const field of gateway.addresses ?? []) {
        for (const address of addressesIn(field.value)) add({ address, cluster: name, gateway, field });
      }
    }
  }
  for (const [name, { argocdName = name, gatewayAddress }] of addressesTold(facts)) {
    const given = view(argocdName) ?? view(name);
    const gateway = given?.gateways.length === 1 ? given.gateways[0] : undefined;
    const of = { cluster: given?.name ?? name, ...(gateway !== undefined && { gateway }) };
    for (const address of addressesIn(gatewayAddress)) add({ address, ...of });
  }
  return { byCluster, byAddress };
}

/** The cluster that a Link means, as `GatewayAddress` names it. */
export function targetOf({ target, targetName }: Edge): string {
  return target?.name ?? targetName;
}

/**
 * True where two different addresses are most likely those of two machines.
 *
 * A host name may lead to any IP, and one that a load balancer was given to any other name; an IP of a private network
 * may stand behind a public one.
 */
export function tellsApart(address: string, { address: other, field }: GatewayAddress): boolean {
  const version = ipVersion(address);
  if (version !== ipVersion(other)) return false;
  if (version !== 0) return isPrivate(address) === isPrivate(other);
  // names that one provider gives out are no aliases of each other
  return field === undefined || parentOf(address) === parentOf(other);
}

/** True for an address that may be another machine's in another network: of a private range, or a name without a domain. */
export function isLocal(address: string): boolean {
  return ipVersion(address) === 0 ? !address.includes('.') : isPrivate(address);
}

function isPrivate(ip: string): boolean {
  return /^(10\.|192\.168\.|172\.(1[6-9]|2\d|3[01])\.|100\.(6[4-9]|[7-9]\d|1[01]\d|12[0-7])\.|f[cd])/.test(
    ip,
  );
}

function parentOf(host: string): string {
  return host.slice(host.indexOf('.') + 1);
}
