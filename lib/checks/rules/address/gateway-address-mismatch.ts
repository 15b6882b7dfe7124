import type { Edge } from '../../fleet.js';
import { addressesIn } from '../../../link/address-list.js';
import {
  type GatewayAddress,
  type GatewayAddresses,
  gatewayAddressesOf,
  isLocal,
  targetOf,
  tellsApart,
} from '../../gateway-addresses.js';
import { outerPort } from '../../outer-port.js';
import { related, type Finding } from '../../report.js';
import { rule } from '../../rule.js';
import { linkerd2 } from '../../upstream.js';

/** The Link’s gateway address is one of the target’s gateway, as far as any is known. */
export const gatewayAddressMismatch = rule('GATEWAY_ADDRESS_MISMATCH', {
  group: 'address',
  severity: 'error',
  reach: 'links',
  fix: 'set `spec.gatewayAddress` to an address of the target’s gateway, or of what stands before it',
  source: linkerd2('multicluster/cmd/link.go'),
  symptoms: [
    'a mirror Service answers from another cluster',
    'calls to mirrors of one target time out',
    'two Links have the same gateway address',
  ],
  check(fleet, report) {
    const known = gatewayAddressesOf(fleet);
    const callers = new Callers();
    for (const edge of fleet.edges) {
      if (!edge.hasGateway) continue;
      const { link, label } = edge;
      for (const address of addressesIn(link.gatewayAddress?.value)) {
        const finding = otherThanKnown(edge, address, known) ?? sharedWith(edge, address, callers);
        if (finding !== undefined) report({ at: link, field: link.gatewayAddress, link: label, ...finding });
      }
    }
  },
});

type Found = Omit<Finding, 'at'>;

/** What is wrong with an address, where none is known to be the target's but others are. */
function otherThanKnown(
  edge: Edge,
  address: string,
  { byCluster, byAddress }: GatewayAddresses,
): Found | undefined {
  const target = targetOf(edge);
  const ofTarget = byCluster.get(target) ?? [];
  if (ofTarget.some((each) => each.address === address)) return undefined;
  const owned = byAddress.get(address);
  const differing = ofTarget.filter((each) => tellsApart(address, each));
  if (owned === undefined && differing.length === 0) return undefined;
  if (isOfAnotherService(edge, address)) return undefined;
  const { name } = edge.link;
  const shown = [...new Set(ofTarget.map((each) => each.address))].join(', ');
  const others = [...(owned === undefined ? [] : [owned]), ...ofTarget].flatMap(
    ({ cluster, gateway, field, address: at }) =>
      gateway === undefined || field === undefined
        ? []
        : [related(gateway, field, `the gateway of ${cluster} has ${at}`)],
  );
  const found: Found = {
    message: `Link ${name} calls the gateway at ${address}; ${target}’s has ${shown}`,
    ...(others.length > 0 && { related: others }),
  };
  if (owned === undefined) {
    return {
      ...found,
      severity: 'warning',
      why: 'No manifest shows whether something before the gateway has this address. If nothing has, every call to a mirror of this target fails.',
    };
  }
  const whose = owned.cluster === edge.source.name ? `its own cluster ${owned.cluster}` : owned.cluster;
  const isCertain = ofTarget.length > 0 && isItsPort(edge, owned);
  return {
    ...found,
    severity: isCertain ? 'error' : 'warning',
    message: `Link ${name} calls the gateway at ${address}, which is that of ${whose}${shown === '' ? `, not of ${target}` : `; ${target}’s has ${shown}`}`,
  };
}

/** True where the Link calls the very port of the gateway whose address it has, so that no mapping leads elsewhere. */
function isItsPort({ link }: Edge, { gateway }: GatewayAddress): boolean {
  return (
    gateway !== undefined && outerPort(gateway, 'mc-gateway')?.field.value === Number(link.gatewayPort?.value)
  );
}

/** True for what stands before the gateway in the target itself, such as a load balancer of the user's own. */
function isOfAnotherService({ target }: Edge, address: string): boolean {
  return (
    target?.symbols.services.some(({ addresses }) =>
      addresses?.some(({ value }) => addressesIn(value).includes(address)),
    ) === true
  );
}

/** What is wrong with an address and port that another Link has for another target. */
function sharedWith(edge: Edge, address: string, callers: Callers): Found | undefined {
  const { link, label } = edge;
  const other = callers.otherAt(address, edge);
  if (other === undefined) return undefined;
  return {
    severity: 'warning',
    message: `${other.label} and ${label} call the gateways of two clusters at ${address}, port ${link.gatewayPort?.value ?? ''}`,
    why: 'Connections to gateways are TLS that nobody opens on the way, so that one address and port lead to one cluster: mirrors of the other answer from there, or fail.',
    related: [related(other.link, other.link.gatewayAddress, `${other.label} has the same address`)],
  };
}

/** The Links that call each address and port; some addresses are those of other machines for another source. */
class Callers {
  readonly #first = new Map<string, Edge>();
  readonly #ofSource = new Map<string, Edge>();
  readonly #told = new Set<string>();
  #source: unknown;

  /** An earlier Link that calls the same for another target; once for each target, as a hub has thousands of Links. */
  otherAt(address: string, edge: Edge): Edge | undefined {
    if (edge.source !== this.#source) this.#ofSource.clear();
    this.#source = edge.source;
    const at = `${address} ${edge.link.gatewayPort?.value ?? ''}`;
    const first = isLocal(address) ? this.#ofSource : this.#first;
    const other = first.get(at);
    if (other === undefined) {
      first.set(at, edge);
      return undefined;
    }
    if (targetOf(other) === targetOf(edge)) return undefined;
    const told = `${at} ${targetOf(other)} ${targetOf(edge)}`;
    if (this.#told.has(told)) return undefined;
    this.#told.add(told);
    return other;
  }
}
