import type { Field } from '../field.js';
import type { ObjectSymbol, Open } from '../object.js';
import type { Reader } from '../reader.js';
import { onceForPart } from '../shared-reading.js';

/** One port of a Service. */
export interface ServicePort {
  readonly name?: Field<string>;
  readonly port?: Field<number>;
  readonly targetPort?: Field<string>;
  readonly nodePort?: Field<number>;
  /** True when something stands at `nodePort`, a placeholder included. */
  readonly hasNodePort?: boolean;
  readonly protocol: string;
}

/** A Service: a gateway, a probe Service, an exported Service, or any other name that a mirror may collide with. */
export interface ServiceSymbol extends ObjectSymbol {
  readonly type: string;
  readonly isHeadless: boolean;
  readonly ports: readonly ServicePort[];
  readonly selector: Readonly<Record<string, string>>;
  /** Hosts and IPs at which others reach it, as far as spec and status tell. */
  readonly addresses?: readonly Field<string>[];
}

const readSpec = onceForPart('spec', (reader) => {
  const spec = reader.under('spec');
  return {
    type: spec.word('type') ?? 'ClusterIP',
    isHeadless: spec.raw('clusterIP') === 'None',
    ports: spec.items('ports').map((port) => ({
      name: port.text('name'),
      port: port.integer('port'),
      targetPort: port.portOrName('targetPort'),
      nodePort: port.integer('nodePort'),
      hasNodePort: port.has('nodePort') ? true : undefined,
      protocol: port.word('protocol') ?? 'TCP',
    })),
    selector: spec.record('selector'),
    loadBalancerIP: typeof spec.raw('loadBalancerIP') === 'string' ? spec.text('loadBalancerIP') : undefined,
    externalIPs: spec.texts('externalIPs'),
  };
});

/** Reads a Service. */
export function readService(object: ObjectSymbol, reader: Reader): ServiceSymbol {
  const read = readSpec(reader);
  const { type, isHeadless, ports, selector } = read;
  const service = object as Open<ServiceSymbol>;
  service.type = type;
  service.isHeadless = isHeadless;
  service.ports = ports;
  service.selector = selector;
  service.addresses = addressesOf(reader, read);
  return service;
}

function addressesOf(
  reader: Reader,
  { type, loadBalancerIP, externalIPs }: ReturnType<typeof readSpec>,
): readonly Field<string>[] | undefined {
  if (type !== 'LoadBalancer') return externalIPs.length === 0 ? undefined : externalIPs;
  const addresses = [...externalIPs];
  if (loadBalancerIP !== undefined) addresses.push(loadBalancerIP);
  for (const point of reader.under('status').under('loadBalancer').items('ingress')) {
    const address = point.text('ip') ?? point.text('hostname');
    if (address !== undefined) addresses.push(address);
  }
  return addresses.length === 0 ? undefined : addresses;
}

/** The port of a Service with this name. */
export function portNamed(service: ServiceSymbol, name: string): ServicePort | undefined {
  return service.ports.find((port) => port.name?.value === name);
}
