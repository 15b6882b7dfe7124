import { annotationOf } from '../../../symbols/object.js';
import { related } from '../../report.js';
import { rule } from '../../rule.js';
import { linkerd2 } from '../../upstream.js';

/** The Link expects the identity that the target’s gateway has. */
export const gatewayIdentityMismatch = rule('GATEWAY_IDENTITY_MISMATCH', {
  group: 'address',
  severity: 'error',
  reach: 'links',
  fix: 'copy annotation `mirror.linkerd.io/gateway-identity` of the target’s gateway Service',
  source: linkerd2('multicluster/charts/linkerd-multicluster/templates/gateway.yaml'),
  symptoms: ['TLS handshake with the gateway fails', 'all calls to mirrors and all probes fail'],
  check(fleet, report) {
    for (const { link, label, gateway, hasGateway, target } of fleet.edges) {
      if (!hasGateway) continue;
      const identity = link.gatewayIdentity;
      if (identity === undefined || identity.value === '') {
        report({
          at: link,
          field: identity ?? { path: 'spec.gatewayIdentity' },
          link: label,
          message: `Link ${link.name} has a gateway and no gateway identity`,
        });
        continue;
      }
      const stated =
        gateway === undefined ? undefined : annotationOf(gateway, 'mirror.linkerd.io/gateway-identity');
      if (gateway === undefined || stated === undefined || stated.value === identity.value) continue;
      report({
        at: link,
        field: identity,
        link: label,
        message: `Link ${link.name} expects ${identity.value}; the gateway of ${target?.name ?? 'the target'} is ${stated.value}`,
        related: [related(gateway, stated, `the gateway’s identity is ${stated.value}`)],
      });
    }
  },
});
