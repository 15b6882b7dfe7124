import { X509Certificate } from 'node:crypto';
import { anchorBundles } from '../../trust-anchors.js';
import { rule } from '../../rule.js';
import { linkerd2 } from '../../upstream.js';

const block = /-----BEGIN CERTIFICATE-----[^-]*-----END CERTIFICATE-----/g;

/**
 * Every trust anchor of a control plane is a certificate of an authority.
 *
 * Whether it has expired is not told: that depends on when somebody asks, and the same files always get the same answer.
 */
export const anchorInvalid = rule('TRUST_ANCHOR_INVALID', {
  group: 'trust',
  severity: 'error',
  reach: 'cluster',
  about: 'controlPlane',
  fix: 'write the PEM text of each root certificate, whole, one after the other',
  source: linkerd2('charts/linkerd-control-plane/values.yaml'),
  symptoms: ['invalid trust anchors', 'failed to read trust anchors', 'linkerd-proxy does not start'],
  check(fleet, report) {
    const mistakes = new Map<string, string | undefined>();
    for (const view of fleet.clusters) {
      const told = new Set<string>();
      for (const { at, pem } of anchorBundles(view)) {
        if (!mistakes.has(pem.value)) mistakes.set(pem.value, mistakeOf(pem.value));
        const mistake = mistakes.get(pem.value);
        if (mistake === undefined || told.has(mistake)) continue;
        told.add(mistake);
        report({ at, field: pem, message: `of the trust anchors of ${view.name}, ${mistake}` });
      }
    }
  },
});

function mistakeOf(pem: string): string | undefined {
  const blocks = pem.match(block) ?? [];
  if (blocks.length === 0) return 'none is a PEM certificate';
  for (const [i, text] of blocks.entries()) {
    try {
      if (!new X509Certificate(text).ca) return `number ${i + 1} is no authority’s certificate`;
    } catch {
      return `number ${i + 1} cannot be read`;
    }
  }
  return undefined;
}
