import type { LoadedConfig } from '../config/loaded-config.js';
import type { Diagnostic } from '../diagnostics/diagnostic.js';
import type { Edge } from './edge.js';
import type { Gateway } from './fleet.js';
import { gatewayOf, gatewayValues, withGatewayFacts } from './gateway.js';
import { meshIdentityOf } from './mesh-identity.js';
import { ValueLayers } from './value-layers.js';

/**
 * Gateways of the clusters that Links in gateway mode target, and of those whose own values ask for one.
 *
 * Reports GATEWAY_ADDRESS_MISSING, GATEWAY_NODE_PORT_MISSING, and VALUES_CONTRADICT_FLEET where a cluster's
 * own values switch off the gateway that a Link needs.
 */
export class TargetGateways {
  readonly diagnostics: Diagnostic[] = [];
  readonly #gateways = new Map<string, Gateway>();
  readonly #config: LoadedConfig;

  constructor(config: LoadedConfig, edges: readonly Edge[]) {
    this.#config = config;
    const needed = new Map<string, Edge>();
    for (const edge of edges) {
      if ((edge.options.mode ?? 'gateway') === 'gateway' && !needed.has(edge.target))
        needed.set(edge.target, edge);
    }
    for (const name of Object.keys(config.fleet.clusters)) this.#derive(name, needed.get(name));
  }

  /** The gateway of a cluster; undefined where it renders none. */
  of(cluster: string): Gateway | undefined {
    return this.#gateways.get(cluster);
  }

  #derive(name: string, neededBy: Edge | undefined): void {
    const entry = this.#config.fleet.clusters[name] ?? {};
    const layers = ValueLayers.of(this.#config, name);
    const enabled = layers.find(['gateway', 'enabled']);
    if (neededBy === undefined && !(enabled?.value === true && enabled.isOwn)) return;
    const values = gatewayValues(withGatewayFacts(layers.mergedAt('gateway'), entry.gateway));
    this.#gateways.set(
      name,
      gatewayOf(values, entry.gateway?.address ?? '', meshIdentityOf(this.#config, name, layers)),
    );
    if (neededBy === undefined) return;
    if (enabled?.value === false && enabled.isOwn) this.#refuseDisabled(name, neededBy, enabled.placed());
    if (entry.gateway?.address === undefined) this.#askForAddress(name, neededBy);
    if (values.serviceType === 'NodePort') {
      if (values.nodePort === undefined) this.#askForNodePort(name, ['gateway', 'nodePort']);
      if (values.probeNodePort === undefined) this.#askForNodePort(name, ['gateway', 'probe', 'nodePort']);
    }
  }

  #askForAddress(name: string, edge: Edge): void {
    this.diagnostics.push({
      code: 'GATEWAY_ADDRESS_MISSING',
      severity: 'error',
      message: `${edge.source} → ${name} needs the address of ${name}'s gateway`,
      why: 'it is where the clusters outside reach the gateway, which no file of the fleet tells',
      fix: `set clusters.${name}.gateway.address to a host name or IP address, without a port`,
      ...this.#config.placeOf(['clusters', name]),
      path: `clusters.${name}.gateway.address`,
      cluster: name,
      related: [{ message: 'the Link is asked for here', ...this.#config.placeOf(edge.path) }],
    });
  }

  #askForNodePort(name: string, path: readonly string[]): void {
    const field = `clusters.${name}.${path.join('.')}`;
    this.diagnostics.push({
      code: 'GATEWAY_NODE_PORT_MISSING',
      severity: 'error',
      message: `the NodePort gateway of ${name} has no fixed ${path.slice(1).join('.')}`,
      why: 'the API server would choose one at random, and Links could not name it',
      fix: `set ${field}, within the cluster's node port range (30000-32767 by default)`,
      ...this.#config.placeOf(['clusters', name, ...path]),
      path: field,
      cluster: name,
    });
  }

  #refuseDisabled(name: string, edge: Edge, place: object): void {
    this.diagnostics.push({
      code: 'VALUES_CONTRADICT_FLEET',
      severity: 'error',
      message: `gateway.enabled is false, but ${edge.source} → ${name} goes through this gateway`,
      why: 'mirror services would point to a gateway that does not exist',
      fix: 'remove it, or set `mode: flat` for the Link if pods of both clusters reach each other',
      ...place,
      path: 'gateway.enabled',
      cluster: name,
      related: [{ message: 'the Link is asked for here', ...this.#config.placeOf(edge.path) }],
    });
  }
}
