import { X509Certificate } from 'node:crypto';
import type { Expectation, Findings } from './verdict.js';

/** Judges `certificate-authority-data` of a kubeconfig. */
export function judgeCertificateAuthority(
  data: unknown,
  { atSeconds }: Expectation,
  findings: Findings,
): void {
  if (data === undefined) {
    findings.note(
      'ca',
      'none: the API must have a certificate that the roots in the controller’s image vouch for',
    );
    return;
  }
  const pem = typeof data === 'string' ? fromBase64(data) : undefined;
  if (pem === undefined) {
    findings.problem('ca', 'certificate-authority-data is not base64');
    return;
  }
  const certificates = certificatesIn(pem);
  if (certificates?.length === 0) {
    const again = fromBase64(pem)?.includes('-----BEGIN CERTIFICATE-----') === true;
    findings.problem('ca', again ? 'is base64 of base64: encoded twice' : 'holds no certificate in PEM');
    return;
  }
  if (certificates === undefined) {
    findings.problem('ca', 'holds a certificate that cannot be read');
    return;
  }
  for (const certificate of certificates) {
    const end = Date.parse(certificate.validTo) / 1000;
    if (atSeconds !== undefined && end <= atSeconds) {
      findings.problem('ca', `expired at ${certificate.validTo}`);
      return;
    }
  }
  findings.ok('ca', `${certificates.length} certificate${certificates.length === 1 ? '' : 's'}`);
}

/** The certificates of a PEM text; undefined when one of them cannot be read. */
export function certificatesIn(pem: string): X509Certificate[] | undefined {
  const blocks = pem.match(/-----BEGIN CERTIFICATE-----[\s\S]*?-----END CERTIFICATE-----/g) ?? [];
  try {
    return blocks.map((block) => new X509Certificate(block));
  } catch {
    return undefined;
  }
}

/** The text that base64 stands for; line breaks within it are allowed. */
export function fromBase64(text: string): string | undefined {
  const packed = text.replace(/\s/g, '');
  return /^[A-Za-z0-9+/]+={0,2}$/.test(packed) && packed.length % 4 !== 1
    ? Buffer.from(packed, 'base64').toString('utf8')
    : undefined;
}
