import { firstWith } from '../../../releases/first-with.js';
import { rule } from '../../rule.js';
import { probeWorker } from '../../upstream.js';

/** The failure threshold is a count. */
export const probeThreshold = rule('PROBE_THRESHOLD', {
  group: 'address',
  severity: 'error',
  reach: 'link',
  since: firstWith('linkProbeLimits'),
  fix: 'write a whole number above zero in quotes, such as `"3"`',
  source: probeWorker,
  symptoms: ['nothing is probed', 'gateway_enabled is 1 and gateway_probes never grows'],
  isSilent: true,
  check(fleet, report) {
    for (const { link, label } of fleet.edges) {
      const threshold = link.probeFailureThreshold;
      if (threshold === undefined || /^0*[1-9]\d{0,9}$/.test(threshold.value)) continue;
      const zero = /^0+$/.test(threshold.value);
      report({
        at: link,
        field: threshold,
        link: label,
        severity: zero ? 'warning' : 'error',
        message: `failure threshold \`${threshold.value}\` is no count above zero`,
        ...(zero
          ? { why: 'A threshold of zero is never reached exactly as meant: every single failure counts.' }
          : {}),
      });
    }
  },
});
