import { federatedName } from '../../checks/federated-name.js';
import { byCodeUnits } from '../../diagnostics/order.js';
import { keys } from '../well-known.js';
import type { World } from '../world.js';
import { placeOf } from './given.js';
import type { LinkView } from './link-view.js';
import type { PendingChange } from './prediction.js';

/**
 * What happens only after a restart, or once the exported Service is touched.
 *
 * The prediction shows the state after a start of the controllers. A Service that appears later with
 * both labels joins its federated Service only at its next event.
 */
export function pendingChanges(views: readonly LinkView[], world: World): readonly PendingChange[] {
  const pending: PendingChange[] = [];
  for (const view of views) {
    for (const { service, given } of view.target.services.values()) {
      const { namespace, name, labels } = service.metadata;
      if (!view.isFederated(labels) || !(view.isExported(labels) || view.isFlat(labels))) continue;
      const local = federatedName(name);
      const federated = world.source.services.get(namespace, local);
      const list = federated?.metadata.annotations[keys.remoteDiscovery] ?? '';
      if (!list.split(',').includes(`${name}@${view.targetName}`)) continue;
      const place = placeOf(given, 'metadata', 'labels');
      pending.push({
        link: view.link.name,
        exported: `${view.target.name}/${namespace}/${name}`,
        message: `created with both labels while the controller runs, it joins ${local} only at its next change or a restart of the controller`,
        ...(place === undefined ? {} : { place }),
      });
    }
  }
  return pending.sort((a, b) => byCodeUnits(a.link, b.link) || byCodeUnits(a.exported, b.exported));
}
