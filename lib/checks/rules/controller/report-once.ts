import type { ServiceSymbol } from '../../../symbols/kinds/service.js';
import { type Mirrored, mirroredBy, mirroringIn } from '../../exports.js';
import type { Edge, Fleet } from '../../fleet.js';
import type { Finding, Report } from '../../report.js';

/**
 * Reports what is wrong with exported Services themselves: each once, however many Links find it.
 *
 * The first Link is named, further ones are counted.
 */
export function reportOnce(
  fleet: Fleet,
  report: Report,
  look: (edge: Edge, mirrored: Mirrored) => Omit<Finding, 'at' | 'link'> | undefined,
): void {
  const found = new Map<ServiceSymbol, { readonly finding: Omit<Finding, 'at'>; links: number }>();
  for (const edge of mirroringIn(fleet)) {
    for (const mirrored of mirroredBy(edge)) {
      const known = found.get(mirrored.service);
      const finding = look(edge, mirrored);
      if (finding === undefined) continue;
      if (known !== undefined) known.links++;
      else found.set(mirrored.service, { finding: { ...finding, link: edge.label }, links: 1 });
    }
  }
  for (const [at, { finding, links }] of found) {
    const others = links === 1 ? '' : ` (${links} Links)`;
    report({ ...finding, at, message: `${finding.message}${others}` });
  }
}
