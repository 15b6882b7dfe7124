import type { Field } from '../../../symbols/field.js';
import type { ServiceSymbol } from '../../../symbols/kinds/service.js';
import { related } from '../../report.js';
import { rule } from '../../rule.js';

/** No two Services of a cluster want one node port. */
export const nodePortTwice = rule('NODE_PORT_TWICE', {
  group: 'address',
  severity: 'error',
  reach: 'cluster',
  fix: 'give one of the Services another node port',
  source:
    'https://github.com/kubernetes/kubernetes/blob/v1.36.3/pkg/registry/core/service/portallocator/allocator.go',
  symptoms: ['provided port is already allocated'],
  reproduced: 'spec.ports[0].nodePort: Invalid value: 30143: provided port is already allocated',
  check(fleet, report) {
    for (const view of fleet.clusters) {
      const taken = new Map<string, { service: ServiceSymbol; field: Field<number> }>();
      for (const service of view.symbols.services) {
        for (const { nodePort, protocol } of service.ports) {
          if (nodePort === undefined || nodePort.value === 0) continue;
          const key = `${nodePort.value}/${protocol}`;
          const other = taken.get(key);
          if (other === undefined) {
            taken.set(key, { service, field: nodePort });
            continue;
          }
          // one object given twice is told by OBJECT_TWICE
          if (
            other.service !== service &&
            other.service.name === service.name &&
            other.service.namespace === service.namespace
          )
            continue;
          report({
            at: service,
            field: nodePort,
            message: `node port ${nodePort.value} is wanted by ${other.service.name} and ${service.name}`,
            related: [related(other.service, other.field, `Service ${other.service.name} wants it too`)],
          });
        }
      }
    }
  },
});
