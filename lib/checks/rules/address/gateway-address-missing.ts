import { mirroredBy } from '../../exports.js';
import { rule } from '../../rule.js';
import { clusterWatcher } from '../../upstream.js';

/** A Link with a gateway-mode selector has an address. */
export const gatewayAddressMissing = rule('GATEWAY_ADDRESS_MISSING', {
  group: 'address',
  severity: 'warning',
  reach: 'links',
  fix: 'set `spec.gatewayAddress`, or remove `selector` when the Link is flat',
  source: clusterWatcher,
  symptoms: ['mirror service has no endpoints', 'Link status Error'],
  check(fleet, report) {
    for (const edge of fleet.edges) {
      const { link, label } = edge;
      if (edge.hasGateway || (link.selector?.value ?? 0) === 0) continue;
      const hit = mirroredBy(edge).find(({ modes }) => modes.includes('gateway'));
      report({
        at: link,
        field: link.gatewayAddress ?? link.selector ?? { path: 'spec.gatewayAddress' },
        link: label,
        severity: hit === undefined ? 'warning' : 'error',
        message: `Link ${link.name} selects Services for gateway mode and has no gateway address`,
      });
    }
  },
});
