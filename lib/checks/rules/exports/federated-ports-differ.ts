import type { ServiceSymbol } from '../../../symbols/kinds/service.js';
import { mirroredBy, mirroringIn } from '../../exports.js';
import { related } from '../../report.js';
import { rule } from '../../rule.js';
import { clusterWatcher } from '../../upstream.js';

/** Members of a federated Service declare the same ports. */
export const federatedPortsDiffer = rule('FEDERATED_PORTS_DIFFER', {
  group: 'exports',
  severity: 'warning',
  reach: 'links',
  fix: 'declare the same ports, by number and protocol, in every member',
  source: clusterWatcher,
  symptoms: [
    'a port of a federated Service is missing',
    'a federated Service changed after a Link was made anew',
  ],
  check(fleet, report) {
    const first = new Map<string, ServiceSymbol>();
    const told = new Set<ServiceSymbol>();
    for (const edge of mirroringIn(fleet)) {
      for (const { service, modes } of mirroredBy(edge)) {
        if (!modes.includes('federated') || told.has(service)) continue;
        const id = `${edge.source.name}/${service.namespace ?? ''}/${service.name}`;
        const other = first.get(id) ?? localMember(edge.source.services, service);
        first.set(id, other ?? service);
        if (other === undefined || other === service || portsOf(other) === portsOf(service)) continue;
        told.add(service);
        report({
          at: service,
          field: { path: 'spec.ports' },
          link: edge.label,
          message: `Service ${service.name} of ${service.cluster} has ports ${portsOf(service)}, the member of ${other.cluster} ${portsOf(other)}`,
          related: [related(other, other, `the member of ${other.cluster}`)],
        });
      }
    }
  },
});

/** The source's own member, which comes before all remote ones. */
function localMember(
  services: ReadonlyMap<string, ServiceSymbol>,
  { namespace, name }: ServiceSymbol,
): ServiceSymbol | undefined {
  const local = services.get(`${namespace ?? ''}/${name}`);
  return local?.labels['mirror.linkerd.io/federated'] === 'member' ? local : undefined;
}

function portsOf({ ports }: ServiceSymbol): string {
  const texts = ports.map(({ port, protocol }) => `${port?.value ?? '?'}/${protocol}`);
  return texts.length === 0 ? 'none' : texts.sort().join(', ');
}
