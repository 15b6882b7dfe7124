import { rule } from '../../rule.js';

/** Routes for Services have only fields that Linkerd knows. */
export const routeNewer = rule('ROUTE_NEWER', {
  reach: 'cluster',
  about: 'routes',
  group: 'exports',
  severity: 'warning',
  fix: 'leave out what Gateway API 1.2.1 does not have: names of rules, CORS, partial mirroring, redirects 303, 307 and 308',
  source: 'https://github.com/kubernetes-sigs/gateway-api/blob/v1.2.1/apis/v1/httproute_types.go',
  symptoms: [
    'an HTTPRoute has no effect',
    'all requests go to the local Service although a route splits them',
  ],
  check(fleet, report) {
    for (const { symbols } of fleet.clusters) {
      for (const route of symbols.routes) {
        const [field] = route.newer;
        if (field === undefined) continue;
        report({
          at: route,
          field,
          message: `${route.kind} ${route.name} has \`${field.path}\` (${field.value}), which Linkerd does not know`,
        });
      }
    }
  },
});
