import { parseGoDuration } from '../../../helm/go-duration.js';
import { shortestPeriod } from '../../../link/shortest-period.js';
import { releasePoint } from '../../../releases/release-point.js';
import { rule } from '../../rule.js';
import { isUnprobed } from '../../unprobed.js';
import { probeWorker } from '../../upstream.js';

/** The one release that writes and reads the period as a number of seconds. */
const bareSeconds = releasePoint('edge-25.1.1');

/** Probe period and timeout are Go durations that a ticker and an HTTP client can use. */
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
        // MANIFEST_FIELD_TYPE
        if (link.mistypedPaths.includes(path)) continue;
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
        const nanoseconds = parseGoDuration(field.value);
        const isPeriod = name === 'period';
        if (nanoseconds !== undefined && nanoseconds >= (isPeriod ? shortestPeriod : 1)) continue;
        if (isPeriod && /^\d+$/.test(field.value) && edge.source.release === bareSeconds) continue;
        report({
          at: link,
          field,
          link: label,
          message: `probe ${name} \`${field.value}\` is ${problemOf(nanoseconds)}`,
          ...(nanoseconds === undefined ? {} : isPeriod ? { topic: 'crash' } : endless),
        });
      }
    }
  },
});

function problemOf(nanoseconds: number | undefined): string {
  if (nanoseconds === undefined) return 'no Go duration';
  return nanoseconds > 0 ? 'shorter than 10ns, the shortest that the controller takes' : 'not above zero';
}

/** Of a timeout of zero or less. */
const endless = {
  severity: 'warning',
  why: 'An HTTP client of Go takes it for no timeout at all: a probe that is never answered lasts as long as its connection, and no other is sent meanwhile.',
} as const;
