import { firstWith } from '../../../releases/first-with.js';
import { related } from '../../report.js';
import { rule } from '../../rule.js';
import { linkerd2 } from '../../upstream.js';
import { isPort } from './link-port-form.js';

/** Service `probe-<Link>` declares the port that the controller dials on it. */
export const probeServicePort = rule('PROBE_SERVICE_PORT', {
  group: 'address',
  severity: 'error',
  reach: 'cluster',
  about: 'links',
  since: firstWith('undeclaredPortsRefused'),
  fix: 'set `controllers[].gateway.probe.port` of the source’s values to the Link’s `probeSpec.port`',
  source: linkerd2('multicluster/charts/linkerd-multicluster/templates/controller/probe-svc.yaml'),
  symptoms: [
    'probe fails forever',
    'gateway_alive stays 0',
    'forbidden TCP route',
    '`linkerd multicluster gateways` shows ALIVE False',
  ],
  check(fleet, report) {
    for (const { link, label, probeService } of fleet.edges) {
      const dialled = link.probePort;
      if (
        probeService === undefined ||
        link.probePath === undefined ||
        dialled === undefined ||
        !isPort(dialled.value)
      )
        continue;
      const port = Number(dialled.value);
      if (probeService.ports.some((each) => each.port?.value === port)) continue;
      const shown = probeService.ports.find((each) => each.port !== undefined)?.port;
      report({
        at: link,
        field: dialled,
        link: label,
        message: `Link ${link.name} probes port ${dialled.value}; Service ${probeService.name} declares ${shown?.value ?? 'none'}`,
        related: [
          related(
            probeService,
            shown,
            `Service ${probeService.name} declares port ${shown?.value ?? 'none'}`,
          ),
        ],
      });
    }
  },
});
