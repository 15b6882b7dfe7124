import { renderChart } from '../chart/chart.js';
import type { ChartObject } from '../chart/chart-object.js';
import type { ChartValues } from '../chart/values.js';
import type { Diagnostic } from '../diagnostics/diagnostic.js';
import { goText } from '../helm/go-text.js';
import type { HelmMap } from '../helm/value.js';
import type { GatewayService, GatewayServicePort } from './gateway-facts.js';

/** What the target cluster's chart tells of it to those who link to it. */
export interface ChartGateway {
  /** The gateway Service; null where the chart renders none. */
  readonly service: GatewayService | null;
  /** Names of the ServiceAccounts for source clusters. */
  readonly accounts: readonly string[];
  /** Why the chart cannot be rendered. */
  readonly diagnostics: readonly Diagnostic[];
}

interface ServiceSpec {
  readonly type?: unknown;
  readonly ports?: readonly Readonly<Record<string, unknown>>[];
}

function portOf({ name, port, nodePort }: Readonly<Record<string, unknown>>): GatewayServicePort {
  return { name: String(name), port: Number(port), ...(typeof nodePort === 'number' && { nodePort }) };
}

/** A gateway Service of a manifest, as far as a Link is made of it. */
function gatewayServiceOf({ metadata, spec }: ChartObject): GatewayService {
  const { type, ports = [] } = (spec ?? {}) as ServiceSpec;
  return {
    name: goText(metadata.name),
    type: typeof type === 'string' ? type : 'ClusterIP',
    annotations: Object.fromEntries(
      Object.entries(metadata.annotations ?? {}).map(([key, value]) => [key, goText(value)]),
    ),
    ports: ports.map(portOf),
  };
}

/**
 * Gateway Service and accounts of a target cluster, from the values of its chart.
 *
 * Reports what `chartObjects` reports.
 */
export function chartGateway(
  release: string,
  values: ChartValues | HelmMap | string,
  namespace: string,
): ChartGateway {
  // whoever asks tells of a namespace without a name, and by which flag it was given
  const { parts, diagnostics } = renderChart({ release, values, namespace: namespace || 'default' });
  const gateway = parts.find(
    ({ template, object }) => template === 'gateway.yaml' && object.kind === 'Service',
  );
  const accounts = parts.filter(
    ({ template, object }) =>
      template === 'remote-access-service-mirror-rbac.yaml' && object.kind === 'ServiceAccount',
  );
  return {
    service: gateway === undefined ? null : gatewayServiceOf(gateway.object),
    accounts: accounts.map(({ object }) => goText(object.metadata.name)),
    diagnostics,
  };
}
