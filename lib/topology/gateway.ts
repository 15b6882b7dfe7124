import { gatewayDefaults } from '../chart/defaults.js';
import type { GatewayConfig } from '../config/cluster-config.js';
import { copyOfMap } from '../manifests/copy-map.js';
import type { Gateway } from './fleet.js';
import type { MeshIdentity } from './mesh-identity.js';

type Values = Readonly<Record<string, unknown>>;

/** Gateway values with the chart's defaults applied; node ports only where set. */
export interface GatewayValues {
  readonly name: string;
  readonly serviceType: string;
  readonly port: number;
  readonly nodePort?: number;
  readonly probePort: number;
  readonly probeNodePort?: number;
  readonly probePath: string;
}

/** Reads the chart's `gateway` values, merged and already checked against their schema. */
export function gatewayValues(gateway: Values): GatewayValues {
  const probe = mapOf(gateway.probe);
  const nodePort = numberOf(gateway.nodePort);
  const probeNodePort = numberOf(probe.nodePort);
  return {
    name: textOf(gateway.name) ?? gatewayDefaults.name,
    serviceType: textOf(gateway.serviceType) ?? gatewayDefaults.serviceType,
    port: numberOf(gateway.port) ?? gatewayDefaults.port,
    ...(nodePort !== undefined && { nodePort }),
    probePort: numberOf(probe.port) ?? gatewayDefaults.probe.port,
    ...(probeNodePort !== undefined && { probeNodePort }),
    probePath: textOf(probe.path) ?? gatewayDefaults.probe.path,
  };
}

/** The chart's `gateway` values with the fleet's facts on top; the address is no chart value. */
export function withGatewayFacts(gateway: unknown, config: GatewayConfig = {}): Record<string, unknown> {
  const { probe, serviceType, port, nodePort } = config;
  const values = copyOfMap(mapOf(gateway));
  if (serviceType !== undefined) values.serviceType = serviceType;
  if (port !== undefined) values.port = port;
  if (nodePort !== undefined) values.nodePort = nodePort;
  if (probe !== undefined) values.probe = { ...mapOf(values.probe), ...probe };
  return values;
}

/**
 * The gateway as source clusters reach it.
 *
 * A NodePort Service is reached at its node ports, every other at its ports, as link-gen chooses.
 * @see https://github.com/linkerd/linkerd2/blob/edge-26.8.3/multicluster/cmd/link-gen.go
 */
export function gatewayOf(values: GatewayValues, address: string, identity: MeshIdentity): Gateway {
  const isNodePort = values.serviceType === 'NodePort';
  return {
    address,
    name: values.name,
    serviceType: values.serviceType,
    port: (isNodePort ? values.nodePort : undefined) ?? values.port,
    probePort: (isNodePort ? values.probeNodePort : undefined) ?? values.probePort,
    probePath: values.probePath,
    identity: `${values.name}.${identity.namespace}.serviceaccount.identity.${identity.linkerdNamespace}.${identity.trustDomain}`,
  };
}

function mapOf(value: unknown): Values {
  return typeof value === 'object' && value !== null ? (value as Values) : {};
}

function textOf(value: unknown): string | undefined {
  return typeof value === 'string' && value !== '' ? value : undefined;
}

function numberOf(value: unknown): number | undefined {
  return typeof value === 'number' && value !== 0 ? value : undefined;
}
