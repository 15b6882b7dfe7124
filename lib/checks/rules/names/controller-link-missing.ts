import { controllersWithoutLink, loneController } from '../../lone-controller.js';
import { rule } from '../../rule.js';
import { mirrorCommand } from '../../upstream.js';

/** Every controller has its Link; a fleet whose Links are kept elsewhere gets an info. */
export const controllerLinkMissing = rule('CONTROLLER_LINK_MISSING', {
  group: 'names',
  severity: 'warning',
  reach: 'cluster',
  fix: 'add the Link, or remove the entry from `controllers`',
  source: mirrorCommand,
  symptoms: ['controller pod is healthy and nothing is mirrored'],
  check(fleet, report) {
    for (const view of fleet.clusters) {
      // LINK_CONTROLLER_MISSING shows both
      if (loneController(view) !== undefined) continue;
      for (const [link, controller] of controllersWithoutLink(view)) {
        report({
          at: controller,
          severity: view.symbols.links.length === 0 ? 'info' : 'warning',
          message: `${controller.name} serves Link ${link}, which the files of ${view.name} do not hold`,
        });
      }
    }
  },
});
