import { ipVersion } from '../config/validate/ip-version.js';
import { specialHost } from '../config/validate/special-host.js';
import type { Diagnostic } from '../diagnostics/diagnostic.js';

const hostName =
  /^(?=.{1,253}\.?$)[A-Za-z0-9_]([-A-Za-z0-9_]{0,61}[A-Za-z0-9_])?(\.[A-Za-z0-9_]([-A-Za-z0-9_]{0,61}[A-Za-z0-9_])?)*\.?$/;

/** Why one item of a gateway address cannot be looked up; undefined if it can. */
function itemProblem(item: string): string | undefined {
  if (item === '') return 'is empty';
  if (/\s/.test(item)) return 'holds a blank';
  if (item.includes('://')) return 'holds a scheme';
  const special = specialHost(item);
  if (special !== undefined) return `is ${special}, which the API server refuses in Endpoints`;
  if (ipVersion(item) !== 0) return undefined;
  if (/^(\[.*\]|[^:]*):\d*$/.test(item)) return 'holds a port';
  if (!hostName.test(item)) return 'is neither a host name nor an IP address';
  return /(^|\.)\d+\.?$/.test(item) ? 'is no IP address, and no host name ends in a number' : undefined;
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
