import type { Field } from '../symbols/field.js';
import { portNamed, type ServiceSymbol } from '../symbols/kinds/service.js';

/** A port as clients outside the cluster reach it. */
export interface OuterPort {
  readonly field: Field<number>;
  /** `node port` or `port`. */
  readonly kind: string;
}

/** The ports of a gateway Service that Links name. */
export type GatewayPortName = 'mc-gateway' | 'mc-probe';

/**
 * The port of a gateway Service that other clusters reach: the node port of a NodePort Service, else the port.
 *
 * Undefined when the port is missing, or its node port is left to Kubernetes.
 * @see https://github.com/linkerd/linkerd2/blob/edge-26.8.3/multicluster/cmd/link.go
 */
export function outerPort(gateway: ServiceSymbol, name: GatewayPortName): OuterPort | undefined {
  const port = portNamed(gateway, name);
  if (gateway.type === 'NodePort') {
    return (port?.nodePort?.value ?? 0) === 0 || port?.nodePort === undefined
      ? undefined
      : { field: port.nodePort, kind: 'node port' };
  }
  return port?.port === undefined ? undefined : { field: port.port, kind: 'port' };
}
