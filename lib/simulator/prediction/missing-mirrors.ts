import { federatedName } from '../../checks/federated-name.js';
import { byCodeUnits } from '../../diagnostics/order.js';
import { mirrorName } from '../mirror-context.js';
import type { World } from '../world.js';
import type { Explanation } from './explanation.js';
import { explainMembership, explainMirror } from './missing-mirror.js';
import type { LinkView } from './link-view.js';
import { explainNotSelected } from './not-selected.js';
import type { MissingMirror } from './prediction.js';

/** Every exported Service of these Links' targets that has no mirror, with the reason. */
export function missingMirrors(views: readonly LinkView[], world: World): readonly MissingMirror[] {
  const missing: MissingMirror[] = [];
  for (const view of views) {
    for (const exported of view.target.services.values()) {
      const { namespace, name, labels } = exported.service.metadata;
      const isExported = view.isExported(labels) || view.isFlat(labels);
      const isMember = view.isFederated(labels);
      const note = (mirror: string, why: Explanation): void => {
        missing.push({
          link: view.link.name,
          exported: `${view.target.name}/${namespace}/${name}`,
          isCertain: true,
          isMade: false,
          mirror,
          ...why,
        });
      };
      if (!isExported && !isMember) {
        const why = explainNotSelected(view, exported);
        if (why !== undefined) note(mirrorName(view, name), why);
        continue;
      }
      const noMirror = isExported ? explainMirror(view, exported, world) : undefined;
      if (noMirror !== undefined) note(mirrorName(view, name), noMirror);
      const noMembership = isMember ? explainMembership(view, exported, world) : undefined;
      if (noMembership !== undefined) note(federatedName(name), noMembership);
    }
  }
  return missing.sort(
    (a, b) =>
      byCodeUnits(a.link, b.link) || byCodeUnits(a.exported, b.exported) || byCodeUnits(a.mirror, b.mirror),
  );
}
