import { related } from '../../report.js';
import { rule } from '../../rule.js';
import { chartTemplate } from '../../upstream.js';

/** A scraper that looks for controllers by the name of their port uses the name of this release. */
export const scrapePortName = rule('SCRAPE_PORT_NAME', {
  group: 'exposure',
  severity: 'warning',
  reach: 'cluster',
  about: 'configs',
  since: '2.19',
  fix: 'discover pods whose port is called `ctrl-admin`, `svcmi-admin` or `locsm-admin`; no Service has these ports',
  source: chartTemplate('service-mirror.yaml'),
  symptoms: ['gateway_alive is missing from Prometheus', 'no metrics of service mirrors'],
  check(fleet, report) {
    for (const view of fleet.clusters) {
      const controllers = view.symbols.workloads.filter(
        ({ labels }) => labels['linkerd.io/extension'] === 'multicluster',
      );
      const ports = controllers.flatMap((workload) =>
        workload.containers.flatMap((container) => container.ports.flatMap(({ name }) => name ?? [])),
      );
      const [controller] = controllers;
      if (controller === undefined || ports.includes('admin-http')) continue;
      const isTold = view.symbols.configs.some(({ scrapes }) =>
        scrapes.some(({ value }) => ports.includes(value)),
      );
      if (isTold) continue;
      for (const config of view.symbols.configs) {
        const scrape = config.scrapes.find(({ value }) => value === 'admin-http');
        if (scrape === undefined) continue;
        report({
          at: config,
          field: scrape,
          message: `${config.name} looks for port admin-http, which no service mirror of ${view.name} has any more`,
          related: [related(controller, controller, `its ports are ${[...new Set(ports)].join(', ')}`)],
        });
      }
    }
  },
});
