import { related } from '../../report.js';
import { rule } from '../../rule.js';
import { linkerd2 } from '../../upstream.js';

/** A control plane with narrowed probe networks still lets linked clusters probe its gateway. */
export const probeNetworks = rule('PROBE_NETWORKS', {
  group: 'exposure',
  severity: 'warning',
  reach: 'links',
  fix: 'keep the egress addresses of the linked clusters in `policyController.probeNetworks`',
  source: linkerd2('charts/linkerd-control-plane/values.yaml'),
  symptoms: ['probe fails forever', '403 from the probe of a gateway'],
  check(fleet, report) {
    for (const [name, edges] of fleet.edgesTo) {
      const edge = edges.find(({ hasGateway }) => hasGateway);
      const plane = fleet.view(name)?.symbols.controlPlane;
      const [first] = plane?.probeNetworks ?? [];
      if (edge === undefined || plane === undefined || first === undefined) continue;
      if (plane.probeNetworks?.some(({ value }) => value === '0.0.0.0/0' || value === '::/0') === true)
        continue;
      report({
        at: plane,
        field: first,
        link: edge.label,
        message: `probes reach the gateway of ${name} only from ${plane.probeNetworks?.map(({ value }) => value).join(', ') ?? ''}`,
        related: [related(edge.link, edge.link.gatewayAddress, `${edge.source.name} probes it`)],
      });
    }
  },
});
