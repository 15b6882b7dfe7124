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
    for (const { symbols, controllers, name } of fleet.clusters) {
      const links = new Set(symbols.links.map((link) => link.name));
      for (const [link, workloads] of controllers) {
        const controller = workloads[0];
        if (links.has(link) || controller === undefined) continue;
        report({
          at: controller,
          severity: links.size === 0 ? 'info' : 'warning',
          message: `${controller.name} serves Link ${link}, which the files of ${name} do not hold`,
        });
      }
    }
  },
});
