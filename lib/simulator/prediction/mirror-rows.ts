import { byCodeUnits } from '../../diagnostics/order.js';
import type { EndpointAddress, EndpointPort, Endpoints, Service } from '../objects.js';
import { keys } from '../well-known.js';
import type { World } from '../world.js';
import type { LinkView } from './link-view.js';
import { mirrorNotes } from './mirror-notes.js';
import type { PredictedMirror, PredictedMode } from './prediction.js';

function isMirror({ metadata }: Service): boolean {
  return metadata.labels[keys.mirroredService] === 'true';
}

function modeOf({ metadata: { labels, annotations }, spec }: Service): PredictedMode {
  if (labels[keys.headlessMirrorOf] !== undefined) return 'host';
  const isPlain = annotations[keys.remoteServiceName] !== undefined;
  if (!isPlain) return 'federated';
  if (spec.clusterIP === 'None') return 'headless';
  const isFlat =
    labels[keys.remoteService] !== undefined && labels[keys.remoteDiscovery] === labels[keys.clusterName];
  return isFlat ? 'flat' : 'gateway';
}

/** `shop/web` of `web.shop.svc.cluster.local`; a host's name has the pod before it. */
function exportedName({ metadata: { annotations, namespace } }: Service, mode: PredictedMode): string {
  const text = annotations[keys.remoteServiceName] ?? '';
  const start = mode === 'host' ? text.indexOf('.') + 1 : 0;
  return `${namespace}/${text.slice(start, text.indexOf('.', start))}`;
}

/** Members of a federated Service as `east/shop/web`. */
function members(service: Service, source: string, called: (target: string) => string): string[] {
  const { annotations, namespace } = service.metadata;
  const local = annotations[keys.localDiscovery];
  const remote = (annotations[keys.remoteDiscovery] ?? '').split(',').filter((member) => member !== '');
  return [
    ...(local === undefined ? [] : [`${source}/${namespace}/${local}`]),
    ...remote.map((member) => {
      const [name = '', cluster = ''] = member.split('@');
      return `${called(cluster)}/${namespace}/${name}`;
    }),
  ];
}

function portText({ name, port, protocol }: NonNullable<Service['spec']['ports']>[number]): string {
  return `${name === undefined ? '' : `${name} `}${port}/${protocol}`;
}

/** `203.0.113.10:4143`; a name in place of addresses that were not looked up. */
function endpointTexts(endpoints: Endpoints | undefined, nameOf: (ip: string) => string): string[] {
  const texts = new Set<string>();
  const add = (
    addresses: readonly EndpointAddress[],
    ports: readonly EndpointPort[],
    suffix: string,
  ): void => {
    for (const { hostname, ip } of addresses) {
      const host = hostname === undefined ? '' : `${hostname} = `;
      for (const { port } of ports) texts.add(`${host}${nameOf(ip)}:${port}${suffix}`);
    }
  };
  for (const { addresses = [], notReadyAddresses = [], ports = [] } of endpoints?.subsets ?? []) {
    add(addresses, ports, '');
    add(notReadyAddresses, ports, ' (not ready)');
  }
  return [...texts];
}

/** The mirror Services of a source cluster after its controllers settled, by Namespace and name. */
export function mirrorRows(
  world: World,
  sourceName: string,
  domain: string | undefined,
  views: readonly LinkView[],
): PredictedMirror[] {
  const hosts = new Map<string, string>();
  for (const { metadata, spec } of world.source.services.list()) {
    if (metadata.labels[keys.headlessMirrorOf] !== undefined) hosts.set(spec.clusterIP ?? '', metadata.name);
  }
  const nameOf = (ip: string): string => {
    const gateway = /^<addresses of (.*)>$/.exec(ip)?.[1];
    return gateway ?? (ip.startsWith('<') ? (hosts.get(ip) ?? 'nobody') : ip);
  };
  const byTarget = new Map(views.map((view) => [view.targetName, view]));
  const called = (target: string): string => byTarget.get(target)?.target.name ?? target;
  const rows: PredictedMirror[] = [];
  for (const service of world.source.services.list()) {
    if (!isMirror(service)) continue;
    const { namespace, name, labels } = service.metadata;
    const mode = modeOf(service);
    const cluster = labels[keys.clusterName] ?? '';
    const exports =
      mode === 'federated'
        ? members(service, sourceName, called)
        : [`${called(cluster)}/${exportedName(service, mode)}`];
    const direct = exports.map((text) => `pods of ${text.split('/')[0] ?? ''}`);
    const endpoints = world.source.endpoints.get(namespace, name);
    const view = byTarget.get(cluster);
    rows.push({
      namespace,
      name,
      dnsName: `${name}.${namespace}.svc${domain === undefined ? '' : `.${domain}`}`,
      mode,
      exports,
      ports: (service.spec.ports ?? []).map(portText),
      endpoints: mode === 'flat' || mode === 'federated' ? direct : endpointTexts(endpoints, nameOf),
      notes: view === undefined ? [] : mirrorNotes(view, service, mode, endpoints),
    });
  }
  return rows.sort((a, b) => byCodeUnits(a.namespace, b.namespace) || byCodeUnits(a.name, b.name));
}
