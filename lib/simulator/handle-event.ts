import { createMirror } from './create-mirror.js';
import { endpointsSeen } from './endpoints-event.js';
import type { MirrorEvent } from './events.js';
import type { Failure } from './failure.js';
import { createFederated, joinFederated, leaveFederated } from './federated.js';
import type { MirrorContext } from './mirror-context.js';
import { removeMirror, removeOrphans } from './remove-mirror.js';
import { repairEndpoints } from './repair.js';
import { serviceDeleted, serviceSeen } from './service-event.js';
import { updateMirror } from './update-mirror.js';

/** Looks at all target Services of a Namespace once more. */
function namespaceAdded({ target, push }: MirrorContext, name: string): void {
  for (const service of target.services.list(name)) push({ kind: 'service-seen', service });
}

/** Does what an event asks for; answers why it could not. */
export function handleEvent(context: MirrorContext, event: MirrorEvent): Failure | undefined {
  switch (event.kind) {
    case 'orphans':
      removeOrphans(context);
      return undefined;
    case 'service-seen':
      serviceSeen(context, event.service);
      return undefined;
    case 'service-deleted':
      serviceDeleted(context, event.service);
      return undefined;
    case 'endpoints-seen':
      return endpointsSeen(context, event.endpoints);
    case 'namespace-added':
      namespaceAdded(context, event.name);
      return undefined;
    case 'exported':
      return createMirror(context, event.service);
    case 'export-updated':
      return updateMirror(context, event.service);
    case 'unexported':
      removeMirror(context, event.service);
      return undefined;
    case 'federated-created':
      return createFederated(context, event.service);
    case 'federated-joined':
      return joinFederated(context, event.service);
    case 'federated-left':
      return leaveFederated(context, event.service);
    case 'repair':
      return repairEndpoints(context);
  }
}
