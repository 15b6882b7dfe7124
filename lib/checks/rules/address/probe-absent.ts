import { rule } from '../../rule.js';
import { probeWorker } from '../../upstream.js';

/** A gateway is probed. */
export const probeAbsent = rule('PROBE_ABSENT', {
  group: 'address',
  severity: 'warning',
  reach: 'link',
  fix: 'set `spec.probeSpec` with path, port and period',
  source: probeWorker,
  symptoms: ['gateway_enabled is 0', 'endpoints stay ready after the gateway died'],
  isSilent: true,
  check(fleet, report) {
    for (const { link, label, hasGateway } of fleet.edges) {
      if (!hasGateway || (link.probePath?.value ?? '') !== '') continue;
      report({
        at: link,
        field: link.probePath ?? { path: 'spec.probeSpec.path' },
        link: label,
        message: `Link ${link.name} has a gateway and no probe path`,
      });
    }
  },
});
