import { labelOf } from '../../../symbols/object.js';
import type { ServiceSymbol } from '../../../symbols/kinds/service.js';
import { firstWith } from '../../../releases/first-with.js';
import { federatedName } from '../../federated-name.js';
import type { Edge } from '../../fleet.js';
import { rule } from '../../rule.js';
import { clusterWatcher } from '../../upstream.js';
import { reportOnce } from './report-once.js';

/** A Service is exported or a member, or its mirror can be made and somebody knows that it joins late. */
export const exportAndFederated = rule('EXPORT_AND_FEDERATED', {
  group: 'controller',
  severity: 'error',
  reach: 'links',
  since: firstWith('localServiceMirror'),
  fix: 'keep one of the two labels; else change the Service once more after its mirror appeared, such as by an annotation',
  source: clusterWatcher,
  symptoms: ['a Service does not join its federated Service', 'a member appears after a restart only'],
  check(fleet, report) {
    reportOnce(fleet, report, (edge, { service, modes }) => {
      if (modes.length < 2 || service.isHeadless) return undefined;
      const blocked = reasonWithoutMirror(edge, service);
      const label = labelOf(service, 'mirror.linkerd.io/federated') ?? service;
      return {
        field: label,
        severity: blocked === undefined ? 'info' : 'error',
        message:
          blocked === undefined
            ? `created with both labels, ${service.name} joins ${federatedName(service.name)} only at its next change`
            : `${service.name} never joins ${federatedName(service.name)}, as its mirror ${blocked}`,
      };
    });
  },
});

function reasonWithoutMirror({ targetName }: Edge, service: ServiceSymbol): string | undefined {
  if (service.ports.length === 0) return 'would have no ports';
  const length = service.name.length + 1 + targetName.length;
  return length > 63 ? `would have a name of ${length} characters` : undefined;
}
