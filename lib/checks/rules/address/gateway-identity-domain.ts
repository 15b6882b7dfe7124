import { annotationOf } from '../../../symbols/object.js';
import { missingDomains } from '../../missing-fact.js';
import { related } from '../../report.js';
import { rule } from '../../rule.js';
import { linkerd2 } from '../../upstream.js';

/** The identity that a gateway Service states ends in its control plane’s namespace and trust domain. */
export const gatewayIdentityDomain = rule('GATEWAY_IDENTITY_DOMAIN', {
  group: 'address',
  severity: 'error',
  reach: 'links',
  fix: 'set `identityTrustDomain` and `linkerdNamespace` of the multicluster chart to the control plane’s',
  source: linkerd2('multicluster/charts/linkerd-multicluster/templates/gateway.yaml'),
  symptoms: [
    'TLS handshake with the gateway fails',
    'identity ends in cluster.local although the trust domain differs',
  ],
  check(fleet, report) {
    for (const view of fleet.clusters) {
      const plane = view.symbols.controlPlane;
      for (const gateway of view.gateways) {
        const identity = annotationOf(gateway, 'mirror.linkerd.io/gateway-identity');
        if (identity === undefined) continue;
        if (view.trustDomain === undefined) {
          if (fleet.edgesTo.has(view.name)) report.unknown(missingDomains(view), view.name);
          continue;
        }
        const match = /\.serviceaccount\.identity\.([^.]+)\.(.+)$/.exec(identity.value);
        if (match === null) continue;
        const [, namespace, domain] = match;
        const planeNamespace = plane?.namespace;
        if (domain === view.trustDomain && (planeNamespace === undefined || namespace === planeNamespace))
          continue;
        report({
          at: gateway,
          field: identity,
          message: `the gateway states ${namespace ?? ''}.${domain ?? ''}; the control plane is ${planeNamespace ?? namespace ?? ''}.${view.trustDomain}`,
          ...(plane === undefined
            ? {}
            : { related: [related(plane, plane.trustDomain, `the trust domain is ${view.trustDomain}`)] }),
        });
      }
    }
  },
});
