import type { Named } from './events.js';
import { mirrorName, targetServiceName, type MirrorContext } from './mirror-context.js';
import { isHeadless, type Service } from './objects.js';
import { keys } from './well-known.js';

/** Mirrors of this Link in the source: both labels, the value `true`, as repairs and clean-ups list them. */
export function* ownMirrors(context: MirrorContext): Iterable<Service> {
  for (const service of context.source.services.list()) {
    const { labels } = service.metadata;
    if (labels[keys.mirroredService] === 'true' && labels[keys.clusterName] === context.targetName)
      yield service;
  }
}

/** Services that stand for the hosts of one headless mirror. */
export function hostMirrors(
  context: MirrorContext,
  namespace: string,
  headlessMirror: string,
): readonly Service[] {
  const services = [...context.source.services.list(namespace)];
  return services.filter((s) => s.metadata.labels[keys.headlessMirrorOf] === headlessMirror);
}

/** Deletes the Service of the mirror's name, whoever made it, and the host mirrors of a headless one. */
export function removeMirror(context: MirrorContext, { namespace, name }: Named): void {
  context.removeStatus('mirrorServices', { namespace, name });
  const local = mirrorName(context, name);
  const service = context.source.services.cached(namespace, local);
  if (service === undefined) return;
  if (isHeadless(service)) {
    for (const host of hostMirrors(context, namespace, local)) {
      context.source.services.delete(namespace, host.metadata.name);
    }
  }
  context.source.services.delete(namespace, local);
}

/** At every start: deletes mirrors whose target Service is gone. */
export function removeOrphans(context: MirrorContext): void {
  for (const service of [...ownMirrors(context)]) {
    const { namespace, name, labels } = service.metadata;
    const exported = targetServiceName(context, labels[keys.headlessMirrorOf] ?? name);
    if (context.target.services.cached(namespace, exported) === undefined) {
      context.source.services.delete(namespace, name);
    }
  }
}
