import type { GatewayConfig } from '../cluster-config.js';
import type { Diagnostic } from '../../diagnostics/diagnostic.js';
import type { FleetConfig } from '../fleet-config.js';
import type { FieldPath, PlaceOf } from '../loaded-config.js';
import { fieldText } from '../validate/field-text.js';

/**
 * Ports of gateways that contradict each other.
 *
 * Reports GATEWAY_PORT_TWICE, GATEWAY_NODE_PORT_UNUSED and, as a warning, GATEWAY_NODE_PORT_RANGE.
 */
export function gatewayPortChecks(fleet: FleetConfig, placeOf: PlaceOf): Diagnostic[] {
  return Object.entries(fleet.clusters).flatMap(([cluster, config]) =>
    config?.gateway === undefined ? [] : checksOf(cluster, config.gateway, placeOf),
  );
}

function checksOf(cluster: string, gateway: GatewayConfig, placeOf: PlaceOf): Diagnostic[] {
  const found: Diagnostic[] = [];
  const at = (steps: readonly string[], diagnostic: Omit<Diagnostic, 'cluster' | 'path'>): void => {
    const path: FieldPath = ['clusters', cluster, 'gateway', ...steps];
    found.push({ ...diagnostic, cluster, path: fieldText(path), ...placeOf(path) });
  };
  const { probe = {} } = gateway;
  if (gateway.nodePort !== undefined && gateway.nodePort === probe.nodePort)
    at(['probe', 'nodePort'], twice(gateway.nodePort));
  if (gateway.port !== undefined && gateway.port === (probe.port ?? 4191)) at(['port'], twice(gateway.port));
  else if (probe.port !== undefined && probe.port === (gateway.port ?? 4143))
    at(['probe', 'port'], twice(probe.port));
  const nodePorts: [readonly string[], number | undefined][] = [
    [['nodePort'], gateway.nodePort],
    [['probe', 'nodePort'], probe.nodePort],
  ];
  for (const [steps, port] of nodePorts) {
    if (port === undefined) continue;
    if (gateway.serviceType === 'ClusterIP') at(steps, unused);
    else if ((port >= 1 && port < 30000) || (port > 32767 && port <= 65535)) at(steps, outOfRange(port));
  }
  return found;
}

function twice(port: number): Omit<Diagnostic, 'cluster' | 'path'> {
  return {
    code: 'GATEWAY_PORT_TWICE',
    severity: 'error',
    message: `the gateway's traffic and its probe share port ${port}`,
    why: 'the API server refuses a Service with one port twice',
    fix: 'give the probe a port of its own',
  };
}

const unused: Omit<Diagnostic, 'cluster' | 'path'> = {
  code: 'GATEWAY_NODE_PORT_UNUSED',
  severity: 'error',
  message: 'a Service of type ClusterIP has no node port',
  why: 'the chart drops it without a word',
  fix: 'write `serviceType: NodePort`, or remove the node port',
};

function outOfRange(port: number): Omit<Diagnostic, 'cluster' | 'path'> {
  return {
    code: 'GATEWAY_NODE_PORT_RANGE',
    severity: 'warning',
    message: `${port} lies outside of the usual node ports`,
    why: 'API servers take 30000 to 32767 unless `--service-node-port-range` says otherwise',
    fix: 'choose a port from 30000 to 32767, or suppress this with the reason that your range is another',
  };
}
