import type { ClusterView } from '../../cluster-view.js';
import { related } from '../../report.js';
import { rule } from '../../rule.js';
import { linkerd2 } from '../../upstream.js';

/** Linked clusters trust the same anchors. */
export const anchorsDiffer = rule('TRUST_ANCHORS_DIFFER', {
  group: 'trust',
  severity: 'error',
  reach: 'links',
  fix: 'give both control planes one bundle with the anchors of both',
  source: linkerd2('multicluster/cmd/check.go'),
  symptoms: ['invalid peer certificate: UnknownIssuer', 'clusters share trust anchors: failed'],
  check(fleet, report) {
    for (const { link, label, source, target } of fleet.edges) {
      const ours = anchorsOf(source);
      const theirs = target === undefined ? undefined : anchorsOf(target);
      const plane = target?.symbols.controlPlane;
      if (ours === undefined || theirs === undefined || plane === undefined) continue;
      const common = [...ours].filter((anchor) => theirs.has(anchor)).length;
      if (common === ours.size && common === theirs.size) continue;
      report({
        at: link,
        link: label,
        severity: common === 0 ? 'error' : 'warning',
        message: `${source.name} trusts ${count(ours.size)}, ${plane.cluster} ${count(theirs.size)}; ${common} in common`,
        ...(common === 0
          ? {}
          : {
              why: 'Connections work while both leaf certificates come from the common anchor, and fail when one side rotates to the other.',
            }),
        related: [related(plane, plane.trustAnchorsPem, `the anchors of ${plane.cluster}`)],
      });
    }
  },
});

function count(anchors: number): string {
  return anchors === 1 ? '1 anchor' : `${anchors} anchors`;
}

const cache = new WeakMap<ClusterView, ReadonlySet<string> | null>();

/** Certificates of a bundle as their base64 text without line breaks. */
function anchorsOf(view: ClusterView): ReadonlySet<string> | undefined {
  const known = cache.get(view);
  if (known !== undefined) return known ?? undefined;
  const pem = view.symbols.controlPlane?.trustAnchorsPem?.value ?? '';
  const anchors = new Set(
    [...pem.matchAll(/-----BEGIN CERTIFICATE-----([^-]*)-----END CERTIFICATE-----/g)].map((match) =>
      (match[1] ?? '').replace(/\s/g, ''),
    ),
  );
  cache.set(view, anchors.size === 0 ? null : anchors);
  return anchors.size === 0 ? undefined : anchors;
}
