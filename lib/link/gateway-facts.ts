import type { Diagnostic } from '../diagnostics/diagnostic.js';
import type { ReleaseFacts } from '../releases/facts.js';
import { parseGoDuration, secondsAsGoDuration } from '../helm/go-duration.js';
import type { LinkGateway } from './link-manifest.js';
import { portProblem } from './link-port.js';
import { shortestPeriod } from './shortest-period.js';

/** Facts of a release that shape the probe period of its Links. */
type PeriodFacts = Pick<ReleaseFacts, 'linkProbePeriodIsDuration' | 'linkProbePeriodIsBareNumber'>;

/** A gateway Service, as far as a Link is made of it. */
export interface GatewayService {
  readonly name: string;
  /** `LoadBalancer`, `NodePort` or `ClusterIP`. */
  readonly type: string;
  readonly annotations: Readonly<Record<string, string>>;
  readonly ports: readonly GatewayServicePort[];
}

/** A port of a gateway Service. */
export interface GatewayServicePort {
  readonly name: string;
  readonly port: number;
  /** Null or absent where none is set and the API server would choose one. */
  readonly nodePort?: number | null;
}

/** What a gateway Service says of itself: everything of a Link's gateway but its address. */
export type GatewayFacts = Omit<LinkGateway, 'address'>;

/** Facts of a gateway, or the reasons why there are none. */
export interface GatewayReading {
  readonly facts?: GatewayFacts;
  readonly diagnostics: readonly Diagnostic[];
}

const annotation = {
  identity: 'mirror.linkerd.io/gateway-identity',
  probePath: 'mirror.linkerd.io/probe-path',
  probePeriod: 'mirror.linkerd.io/probe-period',
} as const;

const servedPaths: ReadonlySet<string> = new Set(['/ready', '/live']);

function lacks(service: GatewayService, what: string, fix: string): Diagnostic {
  return {
    code: 'LINK_GATEWAY_SERVICE',
    severity: 'error',
    message: `gateway Service ${service.name} has no ${what}`,
    why: 'link-gen reads ports, identity and probe from the gateway Service',
    fix,
  };
}

/**
 * The port by which another cluster reaches a named port of the gateway, or what is wrong with it.
 *
 * One that was `said` wins, but the Service must have the port all the same.
 */
function exposedPort(service: GatewayService, name: string, said?: number): number | Diagnostic {
  const port = service.ports.find((candidate) => candidate.name === name);
  if (port === undefined)
    return lacks(service, `port named ${name}`, `name the port ${name}, as the chart does`);
  if (said !== undefined) return portProblem('the port of the gateway', said) ?? said;
  if (service.type !== 'NodePort')
    return portProblem(`port ${name} of ${service.name}`, port.port) ?? port.port;
  const { nodePort } = port;
  if (nodePort === undefined || nodePort === null || nodePort === 0) {
    const value = name === 'mc-probe' ? 'gateway.probe.nodePort' : 'gateway.nodePort';
    return lacks(
      service,
      `node port for ${name}`,
      `set ${value}, so that the API server does not choose one`,
    );
  }
  return portProblem(`node port ${name} of ${service.name}`, nodePort) ?? nodePort;
}

/**
 * The probe period as this release writes it, or what is wrong with it.
 *
 * The annotation holds whole seconds, or a duration since the Link CRD checks that it is one.
 */
function probePeriod(text: string, release: PeriodFacts): string | Diagnostic {
  const bare = /^[+-]?\d+$/.test(text) ? Number(text) : undefined;
  const readsDurations = release.linkProbePeriodIsDuration;
  const nanoseconds = bare !== undefined ? bare * 1e9 : readsDurations ? parseGoDuration(text) : undefined;
  if (nanoseconds !== undefined && nanoseconds >= shortestPeriod && nanoseconds < 2 ** 63) {
    return bare === undefined || release.linkProbePeriodIsBareNumber ? text : secondsAsGoDuration(bare);
  }
  return {
    code: 'LINK_PROBE_PERIOD',
    severity: 'error',
    message: `probe period ${JSON.stringify(text)} is no ${readsDurations ? 'duration' : 'number of seconds'} above zero`,
    why: 'the controller stops probing, or crashes at zero or less',
    fix: 'set gateway.probe.seconds to a whole number, such as 3',
    path: annotation.probePeriod,
  };
}

function probePathProblem(path: string): Diagnostic | undefined {
  if (servedPaths.has(path)) return undefined;
  const relative = !path.startsWith('/');
  return {
    code: 'LINK_PROBE_PATH',
    severity: relative ? 'error' : 'warning',
    message: `probe path ${path} ${relative ? 'has no leading slash' : 'is none that a gateway serves'}`,
    why: 'every probe would fail, and the gateway never counts as alive',
    fix: 'set gateway.probe.path to /ready',
    path: annotation.probePath,
  };
}

/**
 * Reads from the gateway Service of a target cluster what its Links say of it.
 *
 * A NodePort Service is reached by its node ports, any other by its ports, even if node ports exist.
 * `port` is the gateway's port where something in front of it maps the Service's own.
 * Reports LINK_GATEWAY_SERVICE, LINK_PORT_RANGE, LINK_PROBE_PERIOD and LINK_PROBE_PATH.
 * @see https://github.com/linkerd/linkerd2/blob/edge-26.8.3/multicluster/cmd/link-gen.go
 */
export function gatewayFacts(service: GatewayService, release: PeriodFacts, port?: number): GatewayReading {
  const identity = service.annotations[annotation.identity] ?? '';
  const path = service.annotations[annotation.probePath] ?? '';
  const gatewayPort = exposedPort(service, 'mc-gateway', port);
  const probePort = exposedPort(service, 'mc-probe');
  const period = probePeriod(service.annotations[annotation.probePeriod] ?? '', release);
  const diagnostics: Diagnostic[] = [gatewayPort, probePort, period].filter(
    (part) => typeof part === 'object',
  );
  if (identity === '') {
    diagnostics.push(
      lacks(service, `annotation ${annotation.identity}`, 'do not override the annotation of the chart'),
    );
  }
  if (path === '') {
    diagnostics.push(
      lacks(service, `annotation ${annotation.probePath}`, 'set gateway.probe.path to /ready'),
    );
  } else {
    const problem = probePathProblem(path);
    if (problem !== undefined) diagnostics.push(problem);
  }
  const isComplete =
    typeof gatewayPort === 'number' && typeof probePort === 'number' && typeof period === 'string';
  if (!isComplete || diagnostics.some(({ severity }) => severity === 'error')) return { diagnostics };
  return { facts: { port: gatewayPort, identity, probe: { path, port: probePort, period } }, diagnostics };
}
