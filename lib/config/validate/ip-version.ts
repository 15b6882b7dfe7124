import { isIPv6 } from 'node:net';

const octet = '(?:25[0-5]|2[0-4]\\d|1\\d\\d|[1-9]?\\d)';
const four = new RegExp(`^${octet}(?:\\.${octet}){3}$`);

/**
 * Which version of IP a text is an address of; 0 for a text that is none.
 *
 * Node's own `isIP`, which need not be loaded for the host names and IPv4 addresses that nearly all texts are.
 */
export function ipVersion(text: string): 0 | 4 | 6 {
  if (four.test(text)) return 4;
  return text.includes(':') && isIPv6(text) ? 6 : 0;
}
