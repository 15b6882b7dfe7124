import {
  assigned,
  type EndpointAddress,
  type EndpointPort,
  type Endpoints,
  type EndpointSubset,
  type Namespace,
  type ObjectMeta,
  type Service,
  type ServicePort,
  type ServiceSpec,
  type StringMap,
} from './objects.js';

/** A parsed manifest, as far as its shape is known. */
export interface RawObject {
  readonly kind?: unknown;
  readonly metadata?: unknown;
  readonly spec?: unknown;
  readonly subsets?: unknown;
}

/** A value as a mapping; anything else as an empty one. */
export function asRecord(value: unknown): Readonly<Record<string, unknown>> {
  return typeof value === 'object' && value !== null && !Array.isArray(value)
    ? (value as Record<string, unknown>)
    : {};
}

/** A value as a list; anything else as an empty one. */
export function asList(value: unknown): readonly unknown[] {
  return Array.isArray(value) ? value : [];
}

/** A value as text, if it is text. */
export function asText(value: unknown): string | undefined {
  return typeof value === 'string' ? value : undefined;
}

const empty: StringMap = {};

/** The entries of a mapping whose values are text; the mapping itself when all are. */
export function asStringMap(value: unknown): StringMap {
  if (value === undefined || value === null) return empty;
  const raw = asRecord(value);
  for (const key in raw) {
    if (typeof raw[key] !== 'string') {
      return Object.fromEntries(
        Object.entries(raw).filter(([, entry]) => typeof entry === 'string'),
      ) as StringMap;
    }
  }
  return raw as StringMap;
}

function parseMeta(value: unknown): ObjectMeta {
  const meta = asRecord(value);
  return {
    name: asText(meta.name) ?? '',
    namespace: asText(meta.namespace) ?? '',
    labels: asStringMap(meta.labels),
    annotations: asStringMap(meta.annotations),
  };
}

function parseServicePort(value: unknown): ServicePort {
  const { name, protocol, port, targetPort, appProtocol } = asRecord(value);
  const number = typeof port === 'number' ? port : 0;
  const target = typeof targetPort === 'number' || typeof targetPort === 'string' ? targetPort : number;
  const parsed = { protocol: asText(protocol) ?? 'TCP', port: number, targetPort: target };
  const named = typeof name === 'string' && name !== '' ? { name, ...parsed } : parsed;
  return typeof appProtocol === 'string' ? { ...named, appProtocol } : named;
}

/** `None`, the model's stand-in for an address given before, or the wish for one. */
function clusterIp(value: unknown): string {
  return value === 'None' || (typeof value === 'string' && value.startsWith('<')) ? value : assigned;
}

/** A Service's spec with the API server's defaults: type, cluster IP, protocols, target ports. */
function parseServiceSpec(value: unknown): ServiceSpec {
  const raw = asRecord(value);
  const type = asText(raw.type) ?? 'ClusterIP';
  const spec: Record<string, unknown> & { type: string } = { ...raw, type };
  if (type !== 'ExternalName') spec.clusterIP = clusterIp(raw.clusterIP);
  const isExternal = type === 'NodePort' || type === 'LoadBalancer';
  if (isExternal) spec.externalTrafficPolicy = asText(raw.externalTrafficPolicy) ?? 'Cluster';
  const ports = asList(raw.ports);
  if (ports.length > 0) spec.ports = ports.map(parseServicePort);
  else Reflect.deleteProperty(spec, 'ports');
  const selector = asStringMap(raw.selector);
  if (Object.keys(selector).length > 0) spec.selector = selector;
  else Reflect.deleteProperty(spec, 'selector');
  return spec;
}

function parseAddress(value: unknown): EndpointAddress {
  const { ip, hostname, targetRef } = asRecord(value);
  const { kind, name } = asRecord(targetRef);
  const reference = {
    ...(typeof kind === 'string' ? { kind } : {}),
    ...(typeof name === 'string' ? { name } : {}),
  };
  return {
    ip: asText(ip) ?? '',
    ...(typeof hostname === 'string' && hostname !== '' ? { hostname } : {}),
    ...(typeof targetRef === 'object' && targetRef !== null ? { targetRef: reference } : {}),
  };
}

function parseEndpointPort(value: unknown): EndpointPort {
  const { name, port, protocol } = asRecord(value);
  return {
    ...(typeof name === 'string' && name !== '' ? { name } : {}),
    port: typeof port === 'number' ? port : 0,
    protocol: asText(protocol) ?? 'TCP',
  };
}

function parseSubset(value: unknown): EndpointSubset {
  const { addresses, notReadyAddresses, ports } = asRecord(value);
  const ready = asList(addresses);
  const notReady = asList(notReadyAddresses);
  const numbers = asList(ports);
  return {
    ...(ready.length > 0 ? { addresses: ready.map(parseAddress) } : {}),
    ...(notReady.length > 0 ? { notReadyAddresses: notReady.map(parseAddress) } : {}),
    ...(numbers.length > 0 ? { ports: numbers.map(parseEndpointPort) } : {}),
  };
}

/** A Service as the API server would hold it. */
export function parseService(raw: RawObject): Service {
  return {
    kind: 'Service',
    metadata: parseMeta(raw.metadata),
    spec: parseServiceSpec(raw.spec),
    version: '',
  };
}

/** Endpoints as the API server would hold them. */
export function parseEndpoints(raw: RawObject): Endpoints {
  const subsets = asList(raw.subsets).map(parseSubset);
  return { kind: 'Endpoints', metadata: parseMeta(raw.metadata), subsets, version: '' };
}

/** A Namespace. */
export function parseNamespace(raw: RawObject): Namespace {
  return { kind: 'Namespace', metadata: { ...parseMeta(raw.metadata), namespace: '' }, version: '' };
}
