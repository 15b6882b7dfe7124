import type { Severity } from '../diagnostics/diagnostic.js';
import type { ServiceSymbol } from '../symbols/kinds/service.js';
import { mirroredBy } from './exports.js';
import { federatedSuffix } from './federated-name.js';
import type { Edge } from './fleet.js';
import type { UnseenExport } from './mirror-names.js';
import { isOneSlip, shortestWord } from './one-slip.js';
import { related, type Finding } from './report.js';

/** Shortest name that is told as a guess. */
const shortestGuess = 3;

/**
 * What is told of a mirror whose Service no file holds, where its name is one letter from that of a Service which the
 * target exports in the same namespace. `where` tells what calls it: `web-east is called here`.
 */
export function nearExport(
  { edges, ending }: UnseenExport,
  { name, namespace }: { readonly name: string; readonly namespace: string },
  where: string,
): (Pick<Finding, 'message' | 'fix' | 'link' | 'related'> & { readonly severity: Severity }) | undefined {
  const base = name.slice(0, -ending.length);
  for (const edge of edges) {
    const service = nearIn(edge, base, namespace, ending === federatedSuffix);
    if (service === undefined) continue;
    const meant = `${service.name}${ending}`;
    return {
      severity: isOneSlip(base, service.name, shortestWord) ? 'warning' : 'info',
      link: edge.label,
      message: `${where}; the files of ${service.cluster} hold no Service ${base}, and ${service.name} is exported`,
      fix: `write \`${meant}\`, or add Service ${base} to the files`,
      related: [related(service, service, `Service ${service.name} is mirrored as ${meant}`)],
    };
  }
  return undefined;
}

function nearIn(
  edge: Edge,
  base: string,
  namespace: string,
  isFederated: boolean,
): ServiceSymbol | undefined {
  return mirroredBy(edge).find(
    ({ service, modes }) =>
      service.namespace === namespace &&
      modes.some((mode) => (mode === 'federated') === isFederated) &&
      isOneSlip(base, service.name, shortestGuess),
  )?.service;
}
