import { rule } from '../../rule.js';
import { isUnprobed } from '../../unprobed.js';
import { clusterWatcher } from '../../upstream.js';

/** Ports of a Link are texts of a number from 1 to 65535. */
export const linkPortForm = rule('LINK_PORT_FORM', {
  group: 'address',
  severity: 'error',
  reach: 'link',
  fix: 'write a number from 1 to 65535 in quotes',
  source: clusterWatcher,
  symptoms: [
    'mirror service has no endpoints',
    'mirror service appears and vanishes',
    'strconv.ParseInt: parsing',
  ],
  isSilent: true,
  check(fleet, report) {
    for (const edge of fleet.edges) {
      const { link, label, hasGateway } = edge;
      const fields = [
        // releases before 2.18 write 0 for none
        ...(hasGateway || (link.gatewayPort !== undefined && link.gatewayPort.value !== '0')
          ? [{ name: 'gateway port', path: 'spec.gatewayPort', field: link.gatewayPort }]
          : []),
        ...(!isUnprobed(edge) && (link.probePath !== undefined || link.probePort !== undefined)
          ? [{ name: 'probe port', path: 'spec.probeSpec.port', field: link.probePort }]
          : []),
      ];
      for (const { name, path, field } of fields) {
        if (isPort(field?.value ?? '')) continue;
        report({
          at: link,
          field: field ?? { path },
          link: label,
          message:
            field === undefined
              ? `Link ${link.name} has no ${name}`
              : `${name} \`${field.value}\` is no port`,
        });
      }
    }
  },
});

/** True for `1` to `65535` as the controller parses it. */
export function isPort(text: string): boolean {
  return /^\+?\d{1,10}$/.test(text) && Number(text) >= 1 && Number(text) <= 65535;
}
