import { goDurationSeconds } from '../../../helm/go-duration.js';
import { releasePoint } from '../../../releases/release-point.js';
import { rule } from '../../rule.js';
import { isUnprobed } from '../../unprobed.js';
import { probeWorker } from '../../upstream.js';

/** The one release that writes and reads the period as a number of seconds. */
const bareSeconds = releasePoint('edge-25.1.1');

/** Probe period and timeout are Go durations above zero. */
export const linkDuration = rule('LINK_DURATION', {
  group: 'address',
  severity: 'error',
  reach: 'link',
  fix: 'write a Go duration above zero, such as `3s` or `1m30s`',
  source: probeWorker,
  symptoms: [
    'the controller crashes with `non-positive interval for NewTicker`',
    'could not parse probe period',
    'nothing is probed',
  ],
  isSilent: true,
  check(fleet, report) {
    for (const edge of fleet.edges) {
      const { link, label } = edge;
      if (isUnprobed(edge)) continue;
      const probes = link.probePath !== undefined;
      const fields = [
        { name: 'period', path: 'spec.probeSpec.period', field: link.probePeriod, needed: probes },
        { name: 'timeout', path: 'spec.probeSpec.timeout', field: link.probeTimeout, needed: false },
      ];
      for (const { name, path, field, needed } of fields) {
        if (field === undefined) {
          if (needed)
            report({
              at: link,
              field: { path },
              link: label,
              message: `the probe of Link ${link.name} has no ${name}`,
            });
          continue;
        }
        const seconds = goDurationSeconds(field.value);
        if (seconds !== undefined && seconds > (name === 'period' ? 1e-8 : 0)) continue;
        if (name === 'period' && /^\d+$/.test(field.value) && edge.source.release === bareSeconds) continue;
        report({
          at: link,
          field,
          link: label,
          message: `probe ${name} \`${field.value}\` is ${seconds === undefined ? 'no Go duration' : 'not above zero'}`,
        });
      }
    }
  },
});
