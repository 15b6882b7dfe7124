import { X509Certificate } from 'node:crypto';
import type { ClusterView } from '../../cluster-view.js';
import type { Fleet } from '../../fleet.js';
import { oncePerRun } from '../../per-run.js';
import { related } from '../../report.js';
import { rule } from '../../rule.js';
import { trustAnchorsOf } from '../../trust-anchors.js';
import { linkerd2 } from '../../upstream.js';

/** Every cluster trusts the issuers of the clusters it is linked with, and its own. */
export const issuerUntrusted = rule('ISSUER_UNTRUSTED', {
  group: 'trust',
  severity: 'error',
  reach: 'links',
  fix: 'issue it from a trust anchor that all linked clusters have, or add its root to their bundles',
  source: linkerd2('controller/identity/validator.go'),
  symptoms: ['invalid peer certificate: UnknownIssuer', 'x509: certificate signed by unknown authority'],
  check(fleet, report) {
    if (!fleet.clusters.some(({ symbols }) => symbols.issuers.length > 0)) return;
    const told = new Set<string>();
    for (const [issuing, trusting, link] of pairsOf(fleet)) {
      const issuer = issuing.symbols.issuers.find(({ pem }) => pem !== undefined);
      const anchors = trustAnchorsOf(trusting);
      if (issuer?.pem === undefined || anchors === undefined) continue;
      const key = `${issuing.name} ${trusting.name}`;
      if (told.has(key)) continue;
      told.add(key);
      if (isTrusted(verdicts(fleet.facts), issuer.pem.value, anchors.pem.value) !== false) continue;
      report({
        at: issuer,
        field: issuer.pem,
        ...(link === undefined ? {} : { link }),
        message: `the identity issuer of ${issuing.name} comes from no trust anchor of ${trusting.name}`,
        related: [related(anchors.at, anchors.pem, `the anchors of ${trusting.name}`)],
      });
    }
  },
});

function* pairsOf({ clusters, edges }: Fleet): Generator<[ClusterView, ClusterView, string?]> {
  for (const view of clusters) yield [view, view];
  for (const { source, target, label } of edges) {
    if (target === undefined) continue;
    yield [source, target, label];
    yield [target, source, label];
  }
}

/** What was found of chains and anchors: clusters of a fleet share them. */
type Verdicts = Map<string, boolean | undefined>;
const verdicts = oncePerRun((): Verdicts => new Map());

/** Undefined where a certificate cannot be read: another rule tells. */
function isTrusted(known: Verdicts, chain: string, anchors: string): boolean | undefined {
  const key = `${chain} ${anchors}`;
  if (known.has(key)) return known.get(key);
  let result: boolean | undefined;
  try {
    const roots = certificatesOf(anchors);
    result = certificatesOf(chain).some((each) =>
      roots.some(
        (root) =>
          each.fingerprint256 === root.fingerprint256 ||
          (each.checkIssued(root) && each.verify(root.publicKey)),
      ),
    );
    if (roots.length === 0) result = undefined;
  } catch {
    result = undefined;
  }
  if (known.size < 1000) known.set(key, result);
  return result;
}

function certificatesOf(pem: string): X509Certificate[] {
  const blocks = pem.match(/-----BEGIN CERTIFICATE-----[^-]*-----END CERTIFICATE-----/g) ?? [];
  return blocks.map((block) => new X509Certificate(block));
}
