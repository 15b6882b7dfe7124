import { X509Certificate } from 'node:crypto';
import type { IssuerSymbol } from '../../../symbols/kinds/issuer.js';
import { related } from '../../report.js';
import { rule } from '../../rule.js';
import { linkerd2 } from '../../upstream.js';

/** The identity issuer of a control plane is an authority, and named after its control plane and trust domain. */
export const issuerIdentity = rule('ISSUER_IDENTITY', {
  reach: 'cluster',
  about: 'issuers',
  group: 'trust',
  severity: 'error',
  fix: 'issue it as an authority for `identity.<control plane’s namespace>.<trust domain>`: `isCA: true`, `commonName` and `dnsNames`',
  source: linkerd2('controller/cmd/identity/main.go'),
  symptoms: [
    'x509: certificate is valid for',
    'linkerd-identity does not start',
    'failed to verify issuer credentials',
  ],
  check(fleet, report) {
    for (const view of fleet.clusters) {
      const plane = view.symbols.controlPlane;
      for (const issuer of view.symbols.issuers) {
        const namespace = plane?.namespace ?? issuer.namespace;
        const wanted =
          view.trustDomain === undefined || namespace === undefined
            ? undefined
            : `identity.${namespace}.${view.trustDomain}`;
        const mistake = mistakeOf(issuer, wanted);
        if (mistake === undefined) continue;
        report({
          at: issuer,
          field: issuer.pem ?? issuer.names[0],
          message: `the identity issuer of ${view.name} ${mistake}`,
          ...(plane === undefined
            ? {}
            : { related: [related(plane, plane.trustDomain, `the control plane of ${view.name}`)] }),
        });
      }
    }
  },
});

function mistakeOf(
  { pem, names, isAuthority }: IssuerSymbol,
  wanted: string | undefined,
): string | undefined {
  let named = names.map(({ value }) => value);
  let isCa = isAuthority;
  if (pem !== undefined) {
    try {
      const certificate = new X509Certificate(pem.value);
      isCa = certificate.ca;
      named = namesOf(certificate);
    } catch {
      return 'cannot be read';
    }
  }
  if (isCa === false) return 'is no authority’s certificate';
  if (wanted === undefined || named.includes(wanted)) return undefined;
  return `is for ${named.length === 0 ? 'no name' : named.join(', ')}, not for ${wanted}`;
}

function namesOf({ subject, subjectAltName = '' }: X509Certificate): string[] {
  const common = /^CN=(.*)$/m.exec(subject)?.[1];
  const others = [...subjectAltName.matchAll(/DNS:([^,\s]+)/g)].map((match) => match[1] ?? '');
  return [...new Set([...(common === undefined ? [] : [common]), ...others])];
}
