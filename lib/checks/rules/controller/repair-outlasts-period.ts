import { controllerFlag } from '../../controller-flag.js';
import { mirroredBy, mirroringIn } from '../../exports.js';
import type { Edge } from '../../fleet.js';
import { goDurationSeconds } from '../../../helm/go-duration.js';
import { secondsPerRepair } from '../../repair-cost.js';
import { rule } from '../../rule.js';
import { clusterWatcher } from '../../upstream.js';

const defaultPeriodSeconds = 60;

/** A repair of all gateway mirrors ends before the next one begins. */
export const repairOutlastsPeriod = rule('REPAIR_OUTLASTS_PERIOD', {
  group: 'controller',
  severity: 'warning',
  reach: 'links',
  fix: 'export fewer Services, mirror some of them flat, or set a longer `-endpoint-refresh-period` for the controller',
  source: clusterWatcher,
  symptoms: ['changes reach mirrors minutes late', 'client-side throttling in the controller’s log'],
  check(fleet, report) {
    for (const edge of mirroringIn(fleet)) {
      if (!edge.hasGateway) continue;
      const count = mirroredBy(edge).filter(({ modes }) => modes.includes('gateway')).length;
      const seconds = Math.round(count * secondsPerRepair);
      const period = periodSeconds(edge);
      if (count * secondsPerRepair < period) continue;
      report({
        at: edge.link,
        field: edge.link.selector,
        link: edge.label,
        message: `${count} gateway mirrors of Link ${edge.link.name} take about ${seconds} s to repair, every ${period} s`,
      });
    }
  },
});

function periodSeconds({ controllers }: Edge): number {
  const seconds = goDurationSeconds(controllerFlag(controllers, 'endpoint-refresh-period') ?? '');
  return seconds !== undefined && seconds > 0 ? seconds : defaultPeriodSeconds;
}
