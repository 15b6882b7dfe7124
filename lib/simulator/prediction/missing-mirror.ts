import { isEmptyEndpoints, isHeadless, type Service } from '../objects.js';
import { keys } from '../well-known.js';
import type { World } from '../world.js';
import { knownEndpoints } from './assumed-endpoints.js';
import { placeOf } from './given.js';
import type { GivenService } from './inventory.js';
import type { LinkView } from './link-view.js';
import type { MissingMirror, MissingReason } from './prediction.js';

/** What explains a missing mirror, before it is told of whom. */
export type Explanation = Pick<MissingMirror, 'reason' | 'message' | 'fix' | 'place'> & {
  readonly isCertain?: boolean;
};

function explain(
  reason: MissingReason,
  message: string,
  fix: string,
  place: MissingMirror['place'],
): Explanation {
  return place === undefined ? { reason, message, fix } : { reason, message, fix, place };
}

/** The Namespace is nowhere among the source's manifests; certain only where those hold all Namespaces. */
function namespaceMissing(
  { source, namespaceCreation }: LinkView,
  exported: GivenService,
): Explanation | undefined {
  const { namespace } = exported.service.metadata;
  if (namespaceCreation || source.usedNamespaces.has(namespace) || source.namespaces.has(namespace))
    return undefined;
  return {
    ...explain(
      'namespace-missing',
      `no manifest of ${source.name} holds Namespace ${namespace}`,
      `create Namespace ${namespace} in ${source.name}, or set \`enableNamespaceCreation: true\` in its values`,
      placeOf(exported.given, 'metadata', 'namespace'),
    ),
    isCertain: source.namespaces.has('kube-system'),
  };
}

/** What holds for a mirror and a federated Service alike: ports, then the length of the name (section 3). */
function unacceptable(exported: GivenService, local: string): Explanation | undefined {
  const { service, given } = exported;
  if ((service.spec.ports ?? []).length === 0) {
    return explain(
      'no-ports',
      'it has no ports, and such a Service is never mirrored',
      'declare its ports',
      placeOf(given, 'spec'),
    );
  }
  if (local.length <= 63) return undefined;
  const longest = 63 - (local.length - service.metadata.name.length);
  return explain(
    'name-too-long',
    `${local} has ${local.length} characters, and a Service's name at most 63`,
    `rename the Service to at most ${longest} characters`,
    placeOf(given, 'metadata', 'name'),
  );
}

function headless(view: LinkView, exported: GivenService): Explanation | undefined {
  const { service, given } = exported;
  if (!view.headlessEnabled || !isHeadless(service)) return undefined;
  if (view.isFlat(service.metadata.labels)) {
    return explain(
      'headless-flat',
      'headless Services are never mirrored flat while headless Services are enabled',
      'export it through the gateway, or give it a cluster IP',
      placeOf(given, 'metadata', 'labels'),
    );
  }
  const { endpoints, basis } = knownEndpoints(view.target, service);
  if (endpoints !== undefined && !isEmptyEndpoints(endpoints)) return undefined;
  return explain(
    'headless-endpoints',
    `a headless Service is mirrored once it has endpoints, and it has none (${basis})`,
    'run its pods, or turn headless Services off for this Link',
    placeOf(given, 'spec', 'clusterIP'),
  );
}

function nameTaken(view: LinkView, exported: GivenService, local: string): Explanation | undefined {
  const taken = view.source.services.get(`${exported.service.metadata.namespace}/${local}`);
  if (taken === undefined) return undefined;
  return explain(
    'name-taken',
    `${view.source.name} has a Service ${local} of its own, which is left alone while the exported one exists, and deleted with it`,
    `rename Service ${local} of ${view.source.name}, or the exported one`,
    placeOf(taken.given, 'metadata', 'name') ?? placeOf(exported.given, 'metadata', 'name'),
  );
}

/** The mirror stands, but the gateway's part of the Link gives it no endpoints (section 3). */
function gatewayRefused({ link }: LinkView, message: string): Explanation {
  const field = message.includes('strconv') || message.includes('.port:') ? 'gatewayPort' : 'gatewayAddress';
  const fix =
    field === 'gatewayPort'
      ? 'set a port from 1 to 65535, as text'
      : 'list bare host names or addresses, with commas and no blanks';
  return explain(
    field === 'gatewayPort' ? 'gateway-port' : 'gateway-address',
    message.replace(/^Failed to create mirror endpoints: (Inner errors:\n\t)?/, '').replaceAll('\n\t', '; '),
    `${fix}; then touch the exported Service, as a repair makes no missing endpoints`,
    placeOf(link.given, 'spec', field),
  );
}

/** The mirror of a Service in gateway or flat mode, if it is missing or has no endpoints object. */
export function explainMirror(view: LinkView, exported: GivenService, world: World): Explanation | undefined {
  const { namespace, name, labels } = exported.service.metadata;
  const local = `${name}-${view.targetName}`;
  const mirror = world.source.services.get(namespace, local);
  const isOwn = mirror !== undefined && isMirrorOf(mirror, view);
  const hasEndpoints = view.isFlat(labels) || world.source.endpoints.get(namespace, local) !== undefined;
  if (isOwn && hasEndpoints) return undefined;
  const status = world.statuses.get(view.link.name)?.mirrorServices.get(`${namespace}/${name}`)
    ?.conditions[0];
  const message = status?.message ?? '';
  const known =
    namespaceMissing(view, exported) ??
    unacceptable(exported, local) ??
    headless(view, exported) ??
    (isOwn ? undefined : nameTaken(view, exported, local));
  if (known !== undefined) return known;
  if (message.startsWith('Failed to create mirror endpoints')) return gatewayRefused(view, message);
  return explain(
    'refused',
    message === '' ? 'the API server refuses it' : message,
    'see the message',
    placeOf(exported.given),
  );
}

function isMirrorOf({ metadata: { labels } }: Service, { targetName }: LinkView): boolean {
  return labels[keys.mirroredService] !== undefined && labels[keys.clusterName] === targetName;
}

/** The membership of a Service in its federated Service, if it is missing. */
export function explainMembership(
  view: LinkView,
  exported: GivenService,
  world: World,
): Explanation | undefined {
  const { namespace, name, labels } = exported.service.metadata;
  const local = `${name}-federated`;
  const federated = world.source.services.get(namespace, local);
  const list = federated?.metadata.annotations[keys.remoteDiscovery] ?? '';
  if (list.split(',').includes(`${name}@${view.targetName}`)) return undefined;
  if (isHeadless(exported.service)) {
    return explain(
      'headless-federated',
      'a headless Service cannot join a federated Service',
      'give it a cluster IP, or export it without the federated label',
      placeOf(exported.given, 'spec', 'clusterIP'),
    );
  }
  const known = namespaceMissing(view, exported) ?? unacceptable(exported, local);
  if (known !== undefined) return known;
  if (view.isExported(labels) || view.isFlat(labels)) {
    return explain(
      'waits-for-mirror',
      'while it is exported as well, it joins only once its mirror exists, and that is missing',
      'mend the mirror first, or remove the export label',
      placeOf(exported.given, 'metadata', 'labels'),
    );
  }
  return explain(
    'refused',
    'the API server refuses the federated Service',
    'see the Link status',
    placeOf(exported.given),
  );
}
