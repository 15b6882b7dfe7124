import { isIP } from 'node:net';
import { retryable, permanent, type Failure } from './failure.js';
import type { EndpointAddress, EndpointPort, Service } from './objects.js';

/** Addresses of a host name, or `undefined` when it does not resolve. */
export type Resolver = (host: string) => readonly string[] | undefined;

/** An IPv6 address as Go prints it: lower case, the longest run of zeros left out. */
function canonicalIp(text: string): string {
  return isIP(text) === 6 ? new URL(`http://[${text}]`).hostname.slice(1, -1) : text;
}

/** Go's idea of a name worth asking DNS for; others fail without a server being named. */
function isDomainName(host: string): boolean {
  if (!/^[A-Za-z0-9_.-]{1,254}$/.test(host) || !/[A-Za-z_-]/.test(host)) return false;
  const labels = host.replace(/\.$/, '').split('.');
  return labels.every((l) => l !== '' && l.length < 64 && !l.startsWith('-') && !l.endsWith('-'));
}

function lookupError(host: string): string {
  const server = isDomainName(host) ? ' on 127.0.0.1:53' : '';
  return `Error resolving '${host}': lookup ${host}${server}: no such host`;
}

/** What the names in a Link's `gatewayAddress` come to. */
export type GatewayAddresses =
  { readonly addresses: readonly EndpointAddress[] } | { readonly failure: Failure };

/**
 * Resolves `gatewayAddress`: items are not trimmed, doubles stay, the result is sorted as text.
 *
 * Fails, to be retried, only when no item resolves.
 */
export function resolveGateway(gatewayAddress: string, resolve: Resolver): GatewayAddresses {
  const ips: string[] = [];
  const errors: string[] = [];
  for (const host of gatewayAddress.split(',')) {
    const found = isIP(host) !== 0 ? [canonicalIp(host)] : isDomainName(host) ? resolve(host) : undefined;
    if (found === undefined) errors.push(lookupError(host));
    else ips.push(...found);
  }
  if (ips.length === 0) return { failure: retryable(errors) };
  return { addresses: ips.sort((a, b) => (a < b ? -1 : a > b ? 1 : 0)).map((ip) => ({ ip })) };
}

/** A port as Go's `strconv.ParseInt(text, 10, 32)` reads it. */
function parsePort(text: string): number | Failure {
  const refused = (why: string): Failure =>
    permanent(`strconv.ParseInt: parsing ${JSON.stringify(text)}: ${why}`);
  if (!/^[+-]?\d+$/.test(text)) return refused('invalid syntax');
  const value = Number(text);
  return value >= -(2 ** 31) && value < 2 ** 31 ? value : refused('value out of range');
}

/** The ports of a mirror's Endpoints: each Service port's name and protocol with the gateway's port. */
export function endpointsPorts(gatewayPort: string, service: Service): readonly EndpointPort[] | Failure {
  const port = parsePort(gatewayPort);
  if (typeof port !== 'number') return port;
  return (service.spec.ports ?? []).map(({ name, protocol }) =>
    name === undefined ? { port, protocol } : { name, port, protocol },
  );
}
