import { related } from '../../report.js';
import { rule } from '../../rule.js';
import { chartTemplate } from '../../upstream.js';

/** A target that a Link reaches through a gateway renders one. */
export const gatewayMissing = rule('GATEWAY_MISSING', {
  group: 'modes',
  severity: 'error',
  reach: 'links',
  fix: 'set `gateway.enabled: true` in the target’s values, or make the Link flat by removing `gatewayAddress` and `selector`',
  source: chartTemplate('gateway.yaml'),
  symptoms: ['connection refused by the gateway', 'probe fails forever'],
  check(fleet, report) {
    for (const { link, label, hasGateway, target } of fleet.edges) {
      if (!hasGateway || target === undefined || !target.hasExtension || target.gateways.length > 0) continue;
      const sample = target.extensionSample;
      report({
        at: link,
        field: link.gatewayAddress,
        link: label,
        message: `Link ${link.name} has a gateway address, and ${target.name} renders no gateway`,
        ...(sample === undefined
          ? {}
          : { related: [related(sample, sample, `${target.name} installs the extension here`)] }),
      });
    }
  },
});
