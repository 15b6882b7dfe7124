import { ipVersion } from '../config/validate/ip-version.js';
import type { Diagnostic } from '../diagnostics/diagnostic.js';

const hostName =
  /^(?=.{1,253}\.?$)[A-Za-z0-9_]([-A-Za-z0-9_]{0,61}[A-Za-z0-9_])?(\.[A-Za-z0-9_]([-A-Za-z0-9_]{0,61}[A-Za-z0-9_])?)*\.?$/;

/** Addresses that no Endpoints object may hold: unspecified, loopback, link-local and multicast. */
function isSpecialAddress(address: string): boolean {
  if (ipVersion(address) === 4) {
    return /^(127|22[4-9]|23\d)\./.test(address) || address.startsWith('169.254.') || address === '0.0.0.0';
  }
  const plain = address.toLowerCase();
  return /^[0:]+1?$/.test(plain) || /^fe[89ab]/.test(plain) || plain.startsWith('ff');
}

/** Why one item of a gateway address cannot be looked up; undefined if it can. */
function itemProblem(item: string): string | undefined {
  if (item === '') return 'is empty';
  if (/\s/.test(item)) return 'holds a blank';
  if (item.includes('://')) return 'holds a scheme';
  if (ipVersion(item) !== 0) {
    return isSpecialAddress(item) ? 'is an address that no Endpoints object may hold' : undefined;
  }
  if (/^(\[.*\]|[^:]*):\d*$/.test(item)) return 'holds a port';
  if (!hostName.test(item)) return 'is neither a host name nor an IP address';
  if (/(^|\.)\d+\.?$/.test(item)) return 'is no IP address, and no host name ends in a number';
  return /^localhost\.?$/i.test(item) ? 'is the pod itself' : undefined;
}

/**
 * What keeps the service mirror from finding a gateway address, a comma list of hosts and IP addresses.
 *
 * Reports LINK_ADDRESS_FORM, once for the whole list.
 */
export function gatewayAddressProblem(address: string): Diagnostic | undefined {
  const items = address.split(',');
  for (const item of items) {
    const problem = itemProblem(item);
    if (problem === undefined) continue;
    const port = /:(\d+)$/.exec(item)?.[1];
    return {
      code: 'LINK_ADDRESS_FORM',
      severity: 'error',
      message: `gateway address ${JSON.stringify(item)} ${problem}`,
      why: 'each item between commas is looked up as it stands, so its mirror services would have no endpoints',
      fix:
        problem === 'holds a port' && port !== undefined
          ? `write the host alone, and ${port} as the gateway's port`
          : 'write hosts or IP addresses alone, separated by commas',
    };
  }
  return undefined;
}
