import { portNamed } from '../../../symbols/kinds/service.js';
import { related } from '../../report.js';
import { rule } from '../../rule.js';
import { linkerd2 } from '../../upstream.js';

/** The gateway Service sends to the ports that the gateway’s proxy listens on. */
export const gatewayProxyPorts = rule('GATEWAY_PROXY_PORTS', {
  group: 'address',
  severity: 'error',
  reach: 'cluster',
  about: 'gateways',
  fix: 'leave `gateway.port` at 4143 and `gateway.probe.port` at 4191; choose the outside port with `nodePort` or a load balancer',
  source: linkerd2('multicluster/charts/linkerd-multicluster/templates/gateway.yaml'),
  symptoms: ['connection refused by the gateway', 'probe fails forever'],
  check(fleet, report) {
    for (const view of fleet.clusters) {
      const plane = view.symbols.controlPlane;
      const wanted = [
        {
          name: 'mc-gateway',
          listens: plane?.inboundPort?.value ?? 4143,
          what: 'inbound',
          field: plane?.inboundPort,
        },
        {
          name: 'mc-probe',
          listens: plane?.adminPort?.value ?? 4191,
          what: 'admin',
          field: plane?.adminPort,
        },
      ];
      for (const gateway of view.gateways) {
        for (const { name, listens, what, field } of wanted) {
          const port = portNamed(gateway, name);
          if (port?.port === undefined) continue;
          const reached = port.targetPort ?? { ...port.port, value: String(port.port.value) };
          if (!/^\d+$/.test(reached.value) || Number(reached.value) === listens) continue;
          report({
            at: gateway,
            field: reached,
            message: `port ${name} sends to ${reached.value}; the proxy’s ${what} port is ${listens}`,
            ...(name === 'mc-probe' ? { topic: 'probes' } : {}),
            ...(plane === undefined || field === undefined
              ? {}
              : { related: [related(plane, field, `the ${what} port is ${listens}`)] }),
          });
        }
      }
    }
  },
});
