import { X509Certificate } from 'node:crypto';
import { goBase64, whyNoBase64 } from '../kubeconfig/go-base64.js';
import { isGiven } from '../kubeconfig/mapping.js';
import { timeText } from './time-text.js';
import type { Expectation, Findings } from './verdict.js';

/**
 * Judges `certificate-authority-data` of a kubeconfig as Go does: what cannot be read is passed over, and of several
 * certificates one that is valid is enough, as while a CA is replaced.
 * @see https://github.com/golang/go/blob/go1.25.0/src/crypto/x509/cert_pool.go
 */
export function judgeCertificateAuthority(
  data: unknown,
  { atSeconds }: Expectation,
  findings: Findings,
): void {
  if (!isGiven(data)) {
    findings.note(
      'ca',
      'none: the API must have a certificate that the roots in the controller’s image vouch for',
    );
    return;
  }
  const pem = typeof data === 'string' ? goBase64(data) : undefined;
  if (pem === undefined) {
    const why = typeof data === 'string' ? whyNoBase64(data) : 'not base64';
    findings.problem('ca', `certificate-authority-data is ${why}`);
    return;
  }
  const { readable, unreadable } = certificatesIn(pem);
  if (readable.length > 0) {
    if (unreadable > 0)
      findings.note('ca', `${count(unreadable)} that cannot be read, which clients pass over`);
    judgeValidity(readable, atSeconds, findings);
  } else if (unreadable > 0) findings.problem('ca', 'holds a certificate that cannot be read');
  else {
    const again = goBase64(pem.trim())?.includes('-----BEGIN CERTIFICATE-----') === true;
    findings.problem('ca', again ? 'is base64 of base64: encoded twice' : 'holds no certificate in PEM');
  }
}

function judgeValidity(
  certificates: readonly X509Certificate[],
  atSeconds: number | undefined,
  findings: Findings,
): void {
  const spans = certificates.map(validity).sort((a, b) => a.until.seconds - b.until.seconds);
  const [last] = spans.slice(-1);
  if (last === undefined) return;
  const all = `${count(spans.length)}, ${spans.length === 1 ? '' : 'the last of them '}valid until ${last.until.text}`;
  if (atSeconds === undefined) {
    findings.ok('ca', all);
    return;
  }
  const begun = spans.filter(({ from }) => from.seconds <= atSeconds);
  const valid = begun.filter(({ until }) => atSeconds <= until.seconds);
  const coming = spans.filter(({ from }) => from.seconds > atSeconds);
  const [next] = coming.sort((a, b) => a.from.seconds - b.from.seconds);
  if (valid.length > 0) {
    const part = valid.length === spans.length ? '' : `; ${valid.length} of them valid then`;
    findings.ok('ca', `${all}${part}`);
  } else if (next !== undefined) findings.problem('ca', `is not valid before ${next.from.text}`);
  else findings.problem('ca', `expired at ${last.until.text}`);
}

function count(certificates: number): string {
  return `${certificates} certificate${certificates === 1 ? '' : 's'}`;
}

interface Instant {
  readonly seconds: number;
  readonly text: string;
}

/** From when until when a certificate is valid, both included. */
export function validity(certificate: X509Certificate): { readonly from: Instant; readonly until: Instant } {
  const instant = (text: string): Instant => {
    const seconds = Date.parse(text) / 1000;
    return { seconds, text: timeText(seconds) };
  };
  return { from: instant(certificate.validFrom), until: instant(certificate.validTo) };
}

/** The certificates of a PEM text that can be read, and how many cannot. */
export function certificatesIn(pem: string): {
  readonly readable: readonly X509Certificate[];
  readonly unreadable: number;
} {
  const blocks = pem.match(/-----BEGIN CERTIFICATE-----[\s\S]*?-----END CERTIFICATE-----/g) ?? [];
  const readable = blocks.flatMap((block) => {
    try {
      return new X509Certificate(block);
    } catch {
      return [];
    }
  });
  return { readable, unreadable: blocks.length - readable.length };
}
