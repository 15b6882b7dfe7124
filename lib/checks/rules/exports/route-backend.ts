import { mirrorNamed } from '../../mirror-names.js';
import { nearExport } from '../../near-export.js';
import { related } from '../../report.js';
import { rule } from '../../rule.js';
import { linkerd2 } from '../../upstream.js';

/** Routes send to mirrors that will exist, on ports that they will have. */
export const routeBackend = rule('ROUTE_BACKEND', {
  group: 'exports',
  severity: 'warning',
  reach: 'links',
  fix: 'export the Service in the target, or take the backend out of the route',
  source: linkerd2('policy-controller/k8s/index/src/outbound/index/http.rs'),
  symptoms: [
    'HTTP 500 for a part of the requests',
    'Service not found',
    'ResolvedRefs False: BackendNotFound',
    'an HTTPRoute is Degraded in Argo CD',
  ],
  check(fleet, report) {
    for (const source of fleet.clusters) {
      if (source.symbols.links.length === 0) continue;
      for (const route of source.symbols.routes) {
        for (const { name, namespace = route.namespace ?? '', port } of route.backends) {
          const verdict = mirrorNamed(fleet, source, name.value, namespace);
          if (verdict === undefined) continue;
          if (verdict.state === 'unknown') {
            const sends = `${route.kind} ${route.name} sends to ${name.value}`;
            const wanted = { name: name.value, namespace };
            const { fact, cluster, unseen } = verdict;
            const near = unseen && nearExport(unseen, wanted, sends);
            if (near !== undefined) report({ at: route, field: name, ...near });
            else report.unknown(fact, cluster, unseen && related(route, name, sends));
            continue;
          }
          const { edge, service } = verdict;
          const lacksPort =
            verdict.state === 'mirror' &&
            port !== undefined &&
            service.ports.length > 0 &&
            !service.ports.some((each) => each.port?.value === port);
          if (verdict.state === 'mirror' && !lacksPort) continue;
          report({
            at: route,
            field: name,
            link: edge.label,
            message: lacksPort
              ? `${route.kind} ${route.name} sends to port ${port} of ${name.value}; ${service.name} of ${service.cluster} has ${service.ports.map((each) => each.port?.value ?? '').join(', ')}`
              : `${route.kind} ${route.name} sends to ${name.value}, and ${service.cluster} does not export ${service.name}`,
            ...(lacksPort && { fix: 'send to a port that the Service has, or add the port to the Service' }),
            related: [related(service, service, `Service ${service.name} of ${service.cluster}`)],
          });
        }
      }
    }
  },
});
