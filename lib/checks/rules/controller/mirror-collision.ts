import type { ServiceSymbol } from '../../../symbols/kinds/service.js';
import { mirroredBy, mirroringIn } from '../../exports.js';
import type { Edge } from '../../fleet.js';
import { related } from '../../report.js';
import { rule } from '../../rule.js';
import { clusterWatcher } from '../../upstream.js';

/** A mirror name stands for one exported Service: `a-b` of `c` and `a` of `b-c` would share theirs. */
export const mirrorCollision = rule('MIRROR_COLLISION', {
  group: 'controller',
  severity: 'error',
  reach: 'links',
  fix: 'rename one of the two exported Services, or one of the targets',
  source: clusterWatcher,
  symptoms: ['two targets answer under one mirror name', 'ports of a mirror change to and fro'],
  check(fleet, report) {
    const mirrors = new Map<string, { readonly edge: Edge; readonly service: ServiceSymbol }>();
    for (const edge of mirroringIn(fleet)) {
      for (const { service, modes } of mirroredBy(edge)) {
        if (modes.every((mode) => mode === 'federated')) continue;
        const mirror = `${service.name}-${edge.targetName}`;
        const key = `${edge.source.name}/${service.namespace ?? ''}/${mirror}`;
        const first = mirrors.get(key);
        if (first === undefined) mirrors.set(key, { edge, service });
        else if (first.edge.targetName !== edge.targetName) {
          report({
            at: service,
            field: service,
            link: edge.label,
            message: `its mirror in ${edge.source.name}, ${mirror}, is also that of ${first.service.name} in ${first.edge.targetName}`,
            related: [
              related(first.service, first.service, `${first.edge.targetName} exports ${first.service.name}`),
            ],
          });
        }
      }
    }
  },
});
