import type { ClusterView } from '../../cluster-view.js';
import { cannotTell } from '../../missing-fact.js';
import { related } from '../../report.js';
import { rule } from '../../rule.js';
import { trustAnchorsOf, type TrustAnchors } from '../../trust-anchors.js';
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
      if (target === undefined) continue;
      const ours = anchorsOf(source);
      const theirs = anchorsOf(target);
      if (ours === undefined || theirs === undefined) {
        if (!hasControlPlane(source) && !hasControlPlane(target)) continue;
        if (ours === undefined) report.unknown(cannotTell.anchors, source.name);
        if (theirs === undefined) report.unknown(cannotTell.anchors, target.name);
        continue;
      }
      const common = [...ours.anchors].filter((anchor) => theirs.anchors.has(anchor)).length;
      if (common === ours.anchors.size && common === theirs.anchors.size) continue;
      report({
        at: link,
        link: label,
        severity: common === 0 ? 'error' : 'warning',
        message: `${source.name} trusts ${count(ours.anchors.size)}, ${target.name} ${count(theirs.anchors.size)}; ${common} in common`,
        ...(common === 0
          ? {}
          : {
              why: 'Connections work while both leaf certificates come from the common anchor, and fail when one side rotates to the other.',
            }),
        related: [related(theirs.at, theirs.pem, `the anchors of ${target.name}`)],
      });
    }
  },
});

function count(anchors: number): string {
  return anchors === 1 ? '1 anchor' : `${anchors} anchors`;
}

/** True where the files hold anything of a control plane: where they hold none on either side, nobody asks for more. */
function hasControlPlane({ symbols }: ClusterView): boolean {
  return symbols.controlPlane !== undefined || symbols.trustRoots !== undefined;
}

interface Bundle extends TrustAnchors {
  /** Certificates as their base64 text without line breaks. */
  readonly anchors: ReadonlySet<string>;
}

const cache = new WeakMap<ClusterView, Bundle | null>();

/** The bundle of a cluster; undefined where it holds no certificate. */
function anchorsOf(view: ClusterView): Bundle | undefined {
  const known = cache.get(view);
  if (known !== undefined) return known ?? undefined;
  const bundle = trustAnchorsOf(view);
  const anchors = new Set(
    [
      ...(bundle?.pem.value ?? '').matchAll(/-----BEGIN CERTIFICATE-----([^-]*)-----END CERTIFICATE-----/g),
    ].map((match) => (match[1] ?? '').replace(/\s/g, '')),
  );
  const found = bundle === undefined || anchors.size === 0 ? null : { ...bundle, anchors };
  cache.set(view, found);
  return found ?? undefined;
}
