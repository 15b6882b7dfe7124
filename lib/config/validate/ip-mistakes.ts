import { shortened } from './field-text.js';
import { ipVersion } from './ip-version.js';
import type { Mistake } from './type-mistakes.js';

/**
 * Why a text is not one IP address; nothing of an empty one, which the chart leaves out.
 *
 * The API server takes any text as `loadBalancerIP`. Blanks around it are none of YAML's, as the chart quotes nothing.
 * @see https://github.com/kubernetes/kubernetes/blob/v1.36.3/pkg/api/service/warnings.go
 */
export function ipAddressMistake(text: string): Mistake | undefined {
  const address = text.trim();
  if (address === '' || ipVersion(address) !== 0) return undefined;
  return {
    message: `\`${shortened(text)}\` is no IP address`,
    why: 'the API server takes any text, and the load balancer looks for an address: the gateway stays without one',
    fix: fixOf(address),
  };
}

/**
 * Why a text is no range of IP addresses, as the API server reads the ranges of a load balancer: with blanks around it and
 * leading zeros, as it always did.
 * @see https://github.com/kubernetes/kubernetes/blob/v1.36.3/pkg/apis/core/validation/validation.go
 */
export function ipRangeMistake(text: string): Mistake | undefined {
  const range = text.trim();
  const [, address = range, length] = /^(.*)\/(\d{1,3})$/.exec(range) ?? [];
  const octets = /^[\d.]+$/.test(address) ? address.replace(/\b0+(?=\d)/g, '') : address;
  const version = ipVersion(octets);
  const longest = version === 6 ? 128 : 32;
  if (version !== 0 && length !== undefined && Number(length) <= longest) return undefined;
  return {
    message: `\`${shortened(text)}\` is no range of IP addresses`,
    why: 'the API server refuses the gateway Service',
    fix:
      version === 0
        ? 'write an address and the length of its prefix, such as `10.0.0.0/8`'
        : length === undefined
          ? `write \`${address}/${longest}\` for this one address`
          : `write a prefix of at most ${longest} bits`,
  };
}

function fixOf(text: string): string {
  const [first = '', ...others] = text.split(/[\s,]+/);
  if (others.length > 0 && ipVersion(first) !== 0) return `write one address, such as \`${first}\``;
  // a prefix, a port, brackets
  const bare = /^\[?([0-9a-fA-F.:]+?)\]?(?:\/\d+|:\d+)?$/.exec(text)?.[1] ?? '';
  if (ipVersion(bare) !== 0) return `write \`${bare}\``;
  if (/^[\d.]+$/.test(text)) return 'write four numbers up to 255';
  return 'write the address itself; a name belongs into `gateway.address` of the cluster in the fleet file';
}
