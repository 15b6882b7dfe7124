import { rule } from '../../rule.js';
import { probeWorker } from '../../upstream.js';

/** The probe path is one that the gateway’s proxy answers. */
export const probePath = rule('PROBE_PATH', {
  group: 'address',
  severity: 'error',
  reach: 'link',
  fix: 'write `/ready`',
  source: probeWorker,
  symptoms: ['probe fails forever', 'gateway_alive stays 0'],
  isSilent: true,
  check(fleet, report) {
    for (const { link, label } of fleet.edges) {
      const path = link.probePath;
      if (path === undefined || path.value === '' || path.value === '/ready' || path.value === '/live')
        continue;
      const slash = path.value.startsWith('/');
      report({
        at: link,
        field: path,
        link: label,
        severity: slash ? 'warning' : 'error',
        message: slash
          ? `the gateway answers /ready and /live, not ${path.value}`
          : `probe path \`${path.value}\` does not begin with a slash`,
      });
    }
  },
});
