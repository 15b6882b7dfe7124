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
  };
});

/** Reads a Service. */
export function readService(object: ObjectSymbol, reader: Reader): ServiceSymbol {
  const { type, isHeadless, ports, selector } = readSpec(reader);
  const service = object as Open<ServiceSymbol>;
  service.type = type;
  service.isHeadless = isHeadless;
  service.ports = ports;
  service.selector = selector;
  return service;
}

/** The port of a Service with this name. */
export function portNamed(service: ServiceSymbol, name: string): ServicePort | undefined {
  return service.ports.find((port) => port.name?.value === name);
}
