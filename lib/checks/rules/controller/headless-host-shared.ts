import type { ServiceSymbol } from '../../../symbols/kinds/service.js';
import { mirroringIn } from '../../exports.js';
import { headlessExports } from '../../headless.js';
import { related } from '../../report.js';
import { rule } from '../../rule.js';
import { clusterWatcher } from '../../upstream.js';

/** A hostname belongs to one exported headless Service of a namespace. */
export const headlessHostShared = rule('HEADLESS_HOST_SHARED', {
  group: 'controller',
  severity: 'error',
  reach: 'links',
  fix: 'export one of the two, or name their hosts apart',
  source: clusterWatcher,
  symptoms: ['a host mirror answers for the wrong Service', 'headless mirror with addresses that nobody has'],
  check(fleet, report) {
    for (const edge of mirroringIn(fleet)) {
      const owners = new Map<string, ServiceSymbol>();
      const told = new Set<ServiceSymbol>();
      for (const { service, hosts } of headlessExports(edge)) {
        for (const host of hosts) {
          const key = `${service.namespace ?? ''}/${host}`;
          const owner = owners.get(key);
          if (owner === undefined) owners.set(key, service);
          else if (owner !== service && !told.has(service)) {
            told.add(service);
            report({
              at: service,
              field: service,
              link: edge.label,
              message: `${service.name} and ${owner.name} both have a host ${host}, hence one mirror ${host}-${edge.targetName}`,
              related: [related(owner, owner, `${owner.name} has host ${host} as well`)],
            });
          }
        }
      }
    }
  },
});
