import { rule } from '../../rule.js';

/** Node ports lie in the range that Kubernetes gives out by default. */
export const nodePortRange = rule('NODE_PORT_RANGE', {
  group: 'address',
  severity: 'warning',
  reach: 'cluster',
  about: 'gateways',
  fix: 'choose a port from 30000 to 32767, or keep it if the cluster’s range was widened',
  source: 'https://github.com/kubernetes/kubernetes/blob/v1.36.3/pkg/controlplane/instance.go',
  symptoms: ['provided port is not in the valid range'],
  reproduced:
    'spec.ports[0].nodePort: Invalid value: 4143: provided port is not in the valid range. The range of valid ports is 30000-32767',
  check(fleet, report) {
    for (const view of fleet.clusters) {
      for (const service of view.gateways) {
        for (const { nodePort } of service.ports) {
          if (
            nodePort === undefined ||
            nodePort.value === 0 ||
            (nodePort.value >= 30000 && nodePort.value <= 32767)
          )
            continue;
          report({
            at: service,
            field: nodePort,
            message: `node port ${nodePort.value} is not within 30000 to 32767`,
          });
        }
      }
    }
  },
});
