import { federatedName } from '../../checks/federated-name.js';
import type { StatusEntry } from '../link-status.js';
import { mirrorName } from '../mirror-context.js';
import { isEmptyEndpoints, isHeadless, type Service } from '../objects.js';
import { keys } from '../well-known.js';
import type { World } from '../world.js';
import { knownEndpoints } from './assumed-endpoints.js';
import { explain, type Explanation } from './explanation.js';
import { gatewayRefused } from './gateway-refused.js';
import { placeOf } from './given.js';
import type { GivenService } from './inventory.js';
import type { LinkView } from './link-view.js';
import { namespaceMissing, unacceptable } from './unacceptable.js';

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

/** What the simulated API server says; all that it refuses for a known reason was told before. */
function refused({ link }: LinkView, { given }: GivenService, status: StatusEntry | undefined): Explanation {
  const message = status?.conditions[0].message ?? '';
  return explain(
    'refused',
    message === '' ? 'the API server refuses it' : message,
    `look at the status of Link ${link.name} in the cluster`,
    placeOf(given),
  );
}

/** The mirror of a Service in gateway or flat mode, if it is missing or has no endpoints object. */
export function explainMirror(view: LinkView, exported: GivenService, world: World): Explanation | undefined {
  const { namespace, name, labels } = exported.service.metadata;
  const local = mirrorName(view, name);
  const mirror = world.source.services.get(namespace, local);
  const isOwn = mirror !== undefined && isMirrorOf(mirror, view);
  const hasEndpoints = view.isFlat(labels) || world.source.endpoints.get(namespace, local) !== undefined;
  if (isOwn && hasEndpoints) return undefined;
  const status = world.statuses.get(view.link.name)?.mirrorServices.get(`${namespace}/${name}`);
  const message = status?.conditions[0].message ?? '';
  const known =
    namespaceMissing(view, exported) ??
    unacceptable(view, exported, local) ??
    headless(view, exported) ??
    (isOwn ? undefined : nameTaken(view, exported, local));
  if (known !== undefined) return known;
  if (message.startsWith('Failed to create mirror endpoints')) return gatewayRefused(view, message, isOwn);
  return refused(view, exported, status);
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
  const local = federatedName(name);
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
  if (view.targetName === '') {
    return explain(
      'target-name',
      `Link ${view.link.name} has no \`targetClusterName\`, so its members count as Services of ${view.source.name} itself`,
      `name the target cluster in Link ${view.link.name}`,
      placeOf(view.link.given, 'spec', 'targetClusterName'),
    );
  }
  const known = namespaceMissing(view, exported) ?? unacceptable(view, exported, local);
  if (known !== undefined) return known;
  if (view.isExported(labels) || view.isFlat(labels)) {
    return explain(
      'waits-for-mirror',
      'while it is exported as well, it joins only once its mirror exists, and that is missing',
      'mend the mirror first, or remove the export label',
      placeOf(exported.given, 'metadata', 'labels'),
    );
  }
  const statuses = world.statuses.get(view.link.name)?.federatedServices;
  return refused(view, exported, statuses?.get(`${namespace}/${name}`));
}
