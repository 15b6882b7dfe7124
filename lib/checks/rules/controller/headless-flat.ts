import { isHeadlessEnabled } from '../../headless.js';
import { related } from '../../report.js';
import { rule } from '../../rule.js';
import { clusterWatcher } from '../../upstream.js';
import { reportOnce } from './report-once.js';

/** With headless Services enabled, none is exported flat. */
export const headlessFlat = rule('HEADLESS_FLAT', {
  group: 'controller',
  severity: 'error',
  reach: 'links',
  fix: 'export it through the gateway, give it a cluster IP, or turn headless Services off for the Link',
  source: clusterWatcher,
  symptoms: ['Headless mirror services are disabled', 'a headless Service is never mirrored'],
  check(fleet, report) {
    reportOnce(fleet, report, (edge, { service, modes }) => {
      if (!service.isHeadless || !modes.includes('flat') || !isHeadlessEnabled(edge)) return undefined;
      const controller = edge.controllers[0];
      return {
        field: service,
        message: `headless Service ${service.name} is exported flat and never mirrored`,
        ...(controller === undefined
          ? {}
          : { related: [related(controller, controller, `${controller.name} enables headless Services`)] }),
      };
    });
  },
});
