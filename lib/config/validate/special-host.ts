import { ipVersion } from './ip-version.js';

/**
 * What kind of address the API server refuses in Endpoints a host is; undefined for any other.
 * @see https://github.com/kubernetes/kubernetes/blob/v1.36.3/pkg/apis/core/validation/validation.go
 */
export function specialHost(host: string): string | undefined {
  if (/^localhost\.?$/i.test(host)) return 'the loopback address of whoever looks it up';
  const version = ipVersion(host);
  if (version === 0) return undefined;
  const plain = host.toLowerCase();
  if (plain.startsWith('127.') || /^[0:]+1$/.test(plain)) return 'a loopback address';
  if (plain === '0.0.0.0' || /^[0:]+$/.test(plain)) return 'no address at all';
  if (plain.startsWith('169.254.') || /^fe[89ab][0-9a-f]:/.test(plain)) return 'a link-local address';
  if (plain.startsWith('224.0.0.') || /^ff[0-9a-f]2:/.test(plain))
    return 'a multicast address of the local network';
  return undefined;
}
