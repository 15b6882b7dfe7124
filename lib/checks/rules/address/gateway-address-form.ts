import { ipVersion } from '../../../config/validate/ip-version.js';
import { specialHost } from '../../../config/validate/special-host.js';
import { rule } from '../../rule.js';
import { clusterWatcher } from '../../upstream.js';

/** `gatewayAddress` is hosts or IPs joined by commas: no port, no scheme, no blanks. */
export const gatewayAddressForm = rule('GATEWAY_ADDRESS_FORM', {
  group: 'address',
  severity: 'error',
  reach: 'link',
  fix: 'write bare host names or IPs joined by commas; the port belongs into `gatewayPort`',
  source: clusterWatcher,
  symptoms: ['mirror service has no endpoints', 'Error resolving …: no such host'],
  reproduced: "Error resolving '203.0.113.10:30143': lookup 203.0.113.10:30143: no such host",
  isSilent: true,
  check(fleet, report) {
    for (const { link, label } of fleet.edges) {
      const address = link.gatewayAddress;
      if (address === undefined || address.value === '') continue;
      const items = address.value.split(',');
      const problems = items.map((item) => problemOf(item));
      const problem = problems.find((each) => each !== undefined);
      if (problem === undefined) continue;
      const some = problems.includes(undefined);
      report({
        at: link,
        field: address,
        link: label,
        severity: some ? 'warning' : 'error',
        message: `gateway address \`${address.value}\` ${problem}`,
        ...(some
          ? { why: 'The other addresses are used alone; this one is a warning in the log every minute.' }
          : {}),
      });
    }
  },
});

function problemOf(item: string): string | undefined {
  const special = specialHost(item);
  if (special !== undefined) return `holds ${special}, which the API server refuses in Endpoints`;
  if (item === '') return 'holds an empty item';
  if (/\s/.test(item)) return 'holds a blank; items are not trimmed';
  if (item.includes('://')) return 'holds a scheme';
  if (ipVersion(item) === 6) return undefined;
  if (/:\d+$/.test(item)) return `holds a port (${item.slice(item.lastIndexOf(':') + 1)})`;
  if (/^\[.*\]$/.test(item)) return 'holds brackets; an IPv6 address is written without';
  if (item.includes('/')) return 'holds a path';
  if (/^[\d.]+$/.test(item) && ipVersion(item) === 0) return 'is no IP address';
  return item.length <= 253 &&
    /^[A-Za-z0-9_]([-\w]*[A-Za-z0-9_])?(\.[A-Za-z0-9_]([-\w]*[A-Za-z0-9_])?)*\.?$/.test(item)
    ? undefined
    : 'is no host name';
}
