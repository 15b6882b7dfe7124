import { byCodeUnits } from '../diagnostics/order.js';
import type { Cluster } from './cluster.js';
import { endpointSlices, type EndpointSlice } from './endpoint-slices.js';
import type { LinkStatus, StatusEntry } from './link-status.js';
import {
  assigned,
  type EndpointAddress,
  type Endpoints,
  type EndpointSubset,
  type ObjectMeta,
  type Service,
  type StringMap,
} from './objects.js';

/** An object in the form of the recordings: keys sorted, what Kubernetes always sets left out. */
export type RecordedObject = Readonly<Record<string, unknown>>;

/** A Link's status in the form of the recordings; lists without entries are left out. */
export type RecordedStatus = Readonly<Record<string, Readonly<Record<string, readonly StatusEntry[]>>>>;

/** The same value with the keys of every mapping in order. */
function sortKeys(value: unknown): unknown {
  if (Array.isArray(value)) return value.map(sortKeys);
  if (typeof value !== 'object' || value === null) return value;
  const entries = Object.entries(value).sort(([a], [b]) => byCodeUnits(a, b));
  return Object.fromEntries(entries.map(([key, entry]) => [key, sortKeys(entry)]));
}

/** Things in the order of their JSON text, keys sorted; first by what `first` picks out of them. */
export function sortByText<T>(things: readonly T[], first: (thing: T) => unknown = () => ''): T[] {
  const keyed = things.map((thing) => {
    const sorted = sortKeys(thing) as T;
    return { text: JSON.stringify([first(sorted), sorted]), sorted };
  });
  return keyed.sort((a, b) => byCodeUnits(a.text, b.text)).map(({ sorted }) => sorted);
}

function metadata({ name, namespace, labels, annotations }: ObjectMeta): Record<string, unknown> {
  const unlessEmpty = (key: string, map: StringMap): Record<string, unknown> =>
    Object.keys(map).length > 0 ? { [key]: map } : {};
  return { ...unlessEmpty('annotations', annotations), ...unlessEmpty('labels', labels), name, namespace };
}

const shown = [
  'clusterIP',
  'externalName',
  'externalTrafficPolicy',
  'ports',
  'selector',
  'trafficDistribution',
  'type',
];

function service({ metadata: meta, spec: held }: Service): RecordedObject {
  const spec = held.clusterIP?.startsWith('<') === true ? { ...held, clusterIP: assigned } : held;
  const fields = shown
    .filter((field) => spec[field] !== undefined)
    .map((field) => [field, spec[field]] as const);
  return { kind: 'Service', metadata: metadata(meta), spec: Object.fromEntries(fields) };
}

/** Names the Service that has a cluster IP; other addresses stay as they are. */
type AddressNames = (ip: string) => string;

function addressNames(source: Cluster): AddressNames {
  const names = new Map<string, string>();
  for (const { metadata: meta, spec } of source.services.list()) names.set(spec.clusterIP ?? '', meta.name);
  return (ip) => (ip.startsWith('<') ? `<cluster IP of ${names.get(ip) ?? 'no Service'}>` : ip);
}

function sortedSubset(
  { addresses, notReadyAddresses, ports }: EndpointSubset,
  nameOf: AddressNames,
): EndpointSubset {
  const sorted = (list: readonly EndpointAddress[]): EndpointAddress[] =>
    sortByText(
      list.map((address) => ({ ...address, ip: nameOf(address.ip) })),
      ({ ip }) => ip,
    );
  return {
    ...(addresses === undefined ? {} : { addresses: sorted(addresses) }),
    ...(notReadyAddresses === undefined ? {} : { notReadyAddresses: sorted(notReadyAddresses) }),
    ...(ports === undefined ? {} : { ports: sortByText(ports) }),
  };
}

function endpoints({ metadata: meta, subsets }: Endpoints, nameOf: AddressNames): RecordedObject {
  const sorted = sortByText(subsets.map((subset) => sortedSubset(subset, nameOf)));
  return { kind: 'Endpoints', metadata: metadata(meta), subsets: sorted };
}

function slice(from: EndpointSlice, nameOf: AddressNames): RecordedObject {
  const named = from.endpoints.map((endpoint) => ({
    ...endpoint,
    addresses: endpoint.addresses.map(nameOf),
  }));
  const { addressType, metadata: meta } = from;
  const sorted = { endpoints: sortByText(named), ports: sortByText(from.ports) };
  return { addressType, ...sorted, kind: 'EndpointSlice', metadata: metadata(meta) };
}

/** Everything in the source: Services, Endpoints, their EndpointSlices, and Namespaces that were not given. */
export function recordedObjects(source: Cluster, givenNamespaces: ReadonlySet<string>): RecordedObject[] {
  const objects: RecordedObject[] = [];
  const nameOf = addressNames(source);
  for (const object of source.services.list()) objects.push(service(object));
  for (const object of source.endpoints.list()) objects.push(endpoints(object, nameOf));
  for (const object of endpointSlices(source)) objects.push(slice(object, nameOf));
  for (const { metadata: meta } of source.namespaces.list()) {
    if (givenNamespaces.has(meta.name)) continue;
    objects.push({ kind: 'Namespace', metadata: { labels: meta.labels, name: meta.name } });
  }
  return sortByText(objects, ({ kind, metadata: meta }) => [kind, meta]);
}

function byService(entries: Iterable<StatusEntry>): readonly StatusEntry[] {
  const key = ({ remoteRef: { namespace, name } }: StatusEntry): string => `${namespace}/${name}`;
  return [...entries]
    .sort((a, b) => byCodeUnits(key(a), key(b)))
    .map((entry) => sortKeys(entry) as StatusEntry);
}

/** Link statuses by the Link's name. */
export function recordedStatus(statuses: ReadonlyMap<string, LinkStatus>): RecordedStatus {
  const result: Record<string, Record<string, readonly StatusEntry[]>> = {};
  for (const [name, status] of statuses) {
    const lists: Record<string, readonly StatusEntry[]> = {};
    for (const list of ['federatedServices', 'mirrorServices'] as const) {
      if (status[list].size > 0) lists[list] = byService(status[list].values());
    }
    if (Object.keys(lists).length > 0) result[name] = lists;
  }
  return result;
}
