import { firstWith } from '../../../releases/first-with.js';
import type { ServiceSymbol } from '../../../symbols/kinds/service.js';
import { isExcluded } from '../../exclusion.js';
import { mirroredBy, mirroringIn } from '../../exports.js';
import { related } from '../../report.js';
import { rule } from '../../rule.js';
import { clusterWatcher } from '../../upstream.js';

/** Labels and annotations that make a controller in the source act on the copy. */
const acting: Readonly<Record<string, string>> = {
  'argocd.argoproj.io/instance':
    'an Argo CD that tracks by this label takes the mirror for its own, and prunes it',
  'external-dns.alpha.kubernetes.io/hostname':
    'ExternalDNS publishes the mirror under the name of the original',
  'external-dns.alpha.kubernetes.io/internal-hostname':
    'ExternalDNS publishes the mirror under the name of the original',
  'tailscale.com/expose': 'the Tailscale operator exposes the mirror too',
  'tailscale.com/hostname': 'the Tailscale operator exposes the mirror too',
};

/** Marks of owners, load balancers and scrapers, which mean nothing or little in the source. */
const noise =
  /^(argocd\.argoproj\.io|kustomize\.toolkit\.fluxcd\.io|helm\.toolkit\.fluxcd\.io|meta\.helm\.sh|service\.beta\.kubernetes\.io|metallb\.io|metallb\.universe\.tf|kubectl\.kubernetes\.io|prometheus\.io)\//;

/** Told by TRACKING_COPIED where Applications are given. */
const isTracking = /^argocd\.argoproj\.io\/(tracking|installation)-id$/;

/** Links leave out metadata of exported Services that is not meant for the copy. */
export const copiedMetadata = rule('COPIED_METADATA', {
  group: 'exports',
  severity: 'warning',
  reach: 'links',
  since: firstWith('linkGen'),
  fix: 'list the keys, or `prefix/*`, under `excludedAnnotations` and `excludedLabels` of the Link',
  source: clusterWatcher,
  symptoms: ['a DNS record points at a cluster IP of another cluster', 'mirrors carry marks of Flux or Helm'],
  check(fleet, report) {
    for (const edge of mirroringIn(fleet)) {
      const { link, label } = edge;
      const told = new Set<string>();
      for (const { service } of mirroredBy(edge)) {
        for (const key of keysOf(service)) {
          if (told.has(key) || (isTracking.test(key) && fleet.applications.length > 0)) continue;
          const isLabel = service.labels[key] !== undefined;
          if (isExcluded(isLabel ? link.excludedLabels : link.excludedAnnotations, key)) continue;
          told.add(key);
          const effect = acting[key];
          report({
            at: link,
            field: { path: isLabel ? 'spec.excludedLabels' : 'spec.excludedAnnotations' },
            link: label,
            severity: effect === undefined ? 'info' : 'warning',
            message: `Link ${link.name} copies ${key} to mirrors${effect === undefined ? '' : `: ${effect}`}`,
            related: [related(service, service, `Service ${service.name} has it`)],
          });
        }
      }
    }
  },
});

function keysOf({ labels, annotations }: ServiceSymbol): readonly string[] {
  return [...Object.keys(annotations), ...Object.keys(labels)].filter(
    (key) => Object.hasOwn(acting, key) || noise.test(key),
  );
}
