import { isIP } from 'node:net';
import type { Endpoints, EndpointAddress, EndpointPort, Service } from './objects.js';

const dnsLabel = /^[a-z0-9]([-a-z0-9]*[a-z0-9])?$/;

/** True for a name that the API server takes for a Service, its length apart. */
export function isServiceName(name: string): boolean {
  return dnsLabel.test(name);
}

function nameErrors(name: string): string[] {
  const invalid = `metadata.name: Invalid value: "${name}": `;
  const errors: string[] = [];
  if (name.length > 63) errors.push(`${invalid}must be no more than 63 characters`);
  if (name.includes('.')) errors.push(`${invalid}must not contain dots`);
  else if (!dnsLabel.test(name))
    errors.push(`${invalid}must be a DNS label: a-z, 0-9 and -, not - first or last`);
  return errors;
}

function portErrors({ port }: EndpointPort): readonly string[] {
  return port >= 1 && port <= 65535
    ? none
    : [`.port: Invalid value: ${port}: must be between 1 and 65535, inclusive`];
}

const none: readonly string[] = [];

/** Placeholders such as `<cluster IP of web>` stand for addresses that the model does not know. */
function addressErrors({ ip }: EndpointAddress): readonly string[] {
  if (ip.startsWith('<')) return none;
  const invalid = (why: string): string[] => [`.ip: Invalid value: "${ip}": ${why}`];
  if (isIP(ip) === 0) return invalid('must be a valid IP address, (e.g. 10.9.8.7 or 2001:db8::ffff)');
  if (ip === '0.0.0.0' || ip === '::') return invalid(`may not be unspecified (${ip})`);
  if (ip.startsWith('127.') || ip === '::1')
    return invalid('may not be in the loopback range (127.0.0.0/8, ::1/128)');
  if (ip.startsWith('169.254.') || /^fe[89ab]/.test(ip)) {
    return invalid('may not be in the link-local range (169.254.0.0/16, fe80::/10)');
  }
  if (ip.startsWith('224.0.0.') || ip.startsWith('ff02:')) {
    return invalid('may not be in the link-local multicast range (224.0.0.0/24, ff02::/10)');
  }
  return none;
}

function refusal(kind: string, name: string, errors: readonly string[]): string | undefined {
  if (errors.length === 0) return undefined;
  const text = errors.length === 1 ? (errors[0] ?? '') : `[${errors.join(', ')}]`;
  return `${kind} "${name}" is invalid: ${text}`;
}

/**
 * Why the API server refuses a Service, in its words; `undefined` when it takes it.
 *
 * Checks what a mirror can get wrong: its name, and that a Service with a cluster IP has a port.
 */
export function serviceRefusal(service: Service): string | undefined {
  const { name } = service.metadata;
  const { ports = [], clusterIP, type } = service.spec;
  const simple = name.length <= 63 && dnsLabel.test(name);
  if (simple && ports.length > 0) return undefined;
  const errors = simple ? [] : nameErrors(name);
  if (ports.length === 0 && clusterIP !== 'None' && type !== 'ExternalName') {
    errors.push('spec.ports: Required value');
  }
  return refusal('Service', name, errors);
}

/** Why the API server refuses Endpoints, in its words; `undefined` when it takes them. */
export function endpointsRefusal({ subsets, metadata }: Endpoints): string | undefined {
  let errors: string[] | undefined;
  for (const [i, { addresses = [], notReadyAddresses = [], ports = [] }] of subsets.entries()) {
    if (addresses.length + notReadyAddresses.length === 0) {
      const why = 'Required value: must specify `addresses` or `notReadyAddresses`';
      (errors ??= []).push(`subsets[${i}]: ${why}`);
    }
    const found = [
      ...errorsIn('addresses', addresses, addressErrors),
      ...errorsIn('notReadyAddresses', notReadyAddresses, addressErrors),
      ...errorsIn('ports', ports, portErrors),
    ];
    for (const error of found) (errors ??= []).push(`subsets[${i}].${error}`);
  }
  return errors === undefined ? undefined : refusal('Endpoints', metadata.name, errors);
}

/** What is wrong with the items of a list, each at its place. Most lists are sound. */
function errorsIn<T>(
  list: string,
  items: readonly T[],
  errorsOf: (item: T) => readonly string[],
): readonly string[] {
  if (items.every((item) => errorsOf(item).length === 0)) return none;
  return items.flatMap((item, i) => errorsOf(item).map((error) => `${list}[${i}]${error}`));
}
