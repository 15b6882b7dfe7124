import { isDeepStrictEqual } from 'node:util';
import { federatedName } from '../checks/federated-name.js';
import { ensureNamespace } from './create-mirror.js';
import type { Named } from './events.js';
import { permanent, retryable, type Failure } from './failure.js';
import { mirrored, notMirrored } from './link-status.js';
import type { MirrorContext } from './mirror-context.js';
import { isHeadless, type Service, type StringMap } from './objects.js';
import { mirrorSpec, withCopiedPorts } from './service-ports.js';
import { keys } from './well-known.js';

const status = 'federatedServices';

function refuseHeadless(context: MirrorContext, service: Service): Failure {
  const message = 'Headless service cannot join federated service';
  context.setStatus(status, service, notMirrored('InvalidService', message));
  return permanent(message);
}

function members(annotations: StringMap): readonly string[] {
  return (annotations[keys.remoteDiscovery] ?? '').split(',');
}

/**
 * Whether this member gives the federated Service its labels, annotations and ports.
 *
 * The local member always does; with a local member no remote one; else the one without an older Link.
 */
function isOldest(context: MirrorContext, annotations: StringMap): boolean {
  if (context.targetName === '') return true;
  if (annotations[keys.localDiscovery] !== undefined) return false;
  return members(annotations).every((member) => {
    const parts = member.split('@');
    return parts.length !== 2 || context.isOlderLink(parts[1] ?? '') !== true;
  });
}

/** The federated Service after `service` joined, or was seen again. */
function withMember(context: MirrorContext, existing: Service, service: Service): Service {
  let { labels, annotations } = existing.metadata;
  let { spec } = existing;
  if (isOldest(context, annotations)) {
    labels = context.copier.commonLabels(service);
    const kept = [keys.remoteDiscovery, keys.localDiscovery].filter((key) => Object.hasOwn(annotations, key));
    const preserved = Object.fromEntries(kept.map((key) => [key, annotations[key] ?? '']));
    annotations = { ...context.copier.federatedAnnotations(service), ...preserved };
    spec = withCopiedPorts(spec, service);
  }
  const { name } = service.metadata;
  if (context.targetName === '') {
    annotations = { ...annotations, [keys.localDiscovery]: name };
  } else {
    const member = `${name}@${context.targetName}`;
    const list = annotations[keys.remoteDiscovery] ?? '';
    if (!list.split(',').includes(member)) {
      annotations = { ...annotations, [keys.remoteDiscovery]: list === '' ? member : `${list},${member}` };
    }
  }
  return { ...existing, metadata: { ...existing.metadata, labels, annotations }, spec };
}

/**
 * Puts a member into its federated Service; a foreign Service of that name is taken over.
 *
 * `handleFederatedServiceJoin` upstream.
 * @see https://github.com/linkerd/linkerd2/blob/edge-26.8.3/multicluster/service-mirror/cluster_watcher.go
 */
export function joinFederated(context: MirrorContext, service: Service): Failure | undefined {
  const { namespace, name } = service.metadata;
  const existing = context.source.services.cached(namespace, federatedName(name));
  if (existing === undefined) {
    context.push({ kind: 'federated-created', service });
    return undefined;
  }
  if (isHeadless(service)) return refuseHeadless(context, service);
  const joined = withMember(context, existing, service);
  if (isDeepStrictEqual(existing, joined)) return undefined;
  const written = context.source.services.update(joined);
  if ('error' in written) {
    context.source.services.spoil(joined);
    const message = `Failed to update federated service: ${written.error.message}`;
    context.setStatus(status, service, notMirrored('Error', message));
    return retryable([written.error.message]);
  }
  context.setStatus(status, service, mirrored(joined));
  return undefined;
}

/** Creates a federated Service with its first member. */
export function createFederated(context: MirrorContext, service: Service): Failure | undefined {
  if (isHeadless(service)) return refuseHeadless(context, service);
  if (!ensureNamespace(context, status, service)) return undefined;
  const { namespace, name } = service.metadata;
  const federated: Service = {
    kind: 'Service',
    metadata: {
      name: federatedName(name),
      namespace,
      labels: context.copier.commonLabels(service),
      annotations: context.copier.federatedAnnotations(service),
    },
    spec: mirrorSpec(service),
    version: '',
  };
  const written = context.source.createService(federated);
  if ('error' in written && written.error.reason !== 'AlreadyExists') {
    const message = `Failed to create federated service: ${written.error.message}`;
    context.setStatus(status, service, notMirrored('Error', message));
    return retryable([written.error.message]);
  }
  context.setStatus(status, service, mirrored(federated));
  return undefined;
}

/** Takes a member out; the last one to leave deletes the Service. */
export function leaveFederated(context: MirrorContext, member: Named): Failure | undefined {
  context.removeStatus(status, member);
  const { namespace, name } = member;
  const existing = context.source.services.cached(namespace, federatedName(name));
  if (existing === undefined) return undefined;
  const annotations: Record<string, string> = { ...existing.metadata.annotations };
  if (context.targetName === '') {
    Reflect.deleteProperty(annotations, keys.localDiscovery);
  } else {
    const entry = `${name}@${context.targetName}`;
    const list = members(annotations);
    if (!list.includes(entry)) return undefined;
    annotations[keys.remoteDiscovery] = list.filter((m) => m !== entry).join(',');
  }
  if ((annotations[keys.remoteDiscovery] ?? '') === '' && (annotations[keys.localDiscovery] ?? '') === '') {
    context.source.services.delete(namespace, existing.metadata.name);
    return undefined;
  }
  const left = { ...existing, metadata: { ...existing.metadata, annotations } };
  const written = context.source.services.update(left);
  if (!('error' in written)) return undefined;
  context.source.services.spoil(left);
  return retryable([written.error.message]);
}
