import { byCodeUnits } from '../../diagnostics/order.js';
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
      const note = (suffix: string, why: Explanation): void => {
        missing.push({
          link: view.link.name,
          exported: `${view.target.name}/${namespace}/${name}`,
          isCertain: true,
          isMade: false,
          mirror: `${name}-${suffix}`,
          ...why,
        });
      };
      if (!isExported && !isMember) {
        const why = explainNotSelected(view, exported);
        if (why !== undefined) note(view.targetName, why);
        continue;
      }
      const noMirror = isExported ? explainMirror(view, exported, world) : undefined;
      if (noMirror !== undefined) note(view.targetName, noMirror);
      const noMembership = isMember ? explainMembership(view, exported, world) : undefined;
      if (noMembership !== undefined) note('federated', noMembership);
    }
  }
  return missing.sort(
    (a, b) =>
      byCodeUnits(a.link, b.link) || byCodeUnits(a.exported, b.exported) || byCodeUnits(a.mirror, b.mirror),
  );
}
