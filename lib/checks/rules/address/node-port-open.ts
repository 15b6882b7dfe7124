import { rule } from '../../rule.js';
import { portNamed } from '../../../symbols/kinds/service.js';
import { related } from '../../report.js';
import { linkerd2 } from '../../upstream.js';

/** A NodePort gateway that Links call by its node ports has fixed ones. */
export const nodePortOpen = rule('NODE_PORT_OPEN', {
  group: 'address',
  severity: 'warning',
  reach: 'links',
  fix: 'set `gateway.nodePort` and `gateway.probe.nodePort`, and the Link’s ports to them',
  source: linkerd2('multicluster/charts/linkerd-multicluster/templates/gateway.yaml'),
  symptoms: ['connection refused by the gateway', 'all mirrors fail after the gateway was made anew'],
  check(fleet, report) {
    for (const [name, edges] of fleet.edgesTo) {
      const edge = edges.find(({ hasGateway, gateway }) => hasGateway && gateway?.type === 'NodePort');
      if (edge?.gateway === undefined) continue;
      const { gateway, link } = edge;
      for (const port of ['mc-gateway', 'mc-probe'] as const) {
        const found = portNamed(gateway, port);
        if (found?.port === undefined) continue;
        if (found.hasNodePort === true && found.nodePort?.value !== 0) continue;
        const called = port === 'mc-gateway' ? link.gatewayPort : link.probePort;
        report({
          at: gateway,
          field: found.port,
          message: `the gateway of ${name} leaves the node port of ${port} to Kubernetes; Link ${link.name} calls ${called?.value ?? 'none'}`,
          ...(port === 'mc-probe' ? { topic: 'probes' } : {}),
          related:
            called === undefined ? [] : [related(link, called, `Link ${link.name} calls ${called.value}`)],
        });
      }
    }
  },
});
