import { certificatesIn, fromBase64 } from './certificate-authority.js';
import { judgeToken } from './token.js';
import type { Expectation, Findings } from './verdict.js';
import type { Mapping } from './yaml-text.js';

/** Judges who a kubeconfig says its reader is: the token of an account, and nothing that lies outside the text. */
export function judgeUser(user: Mapping, expected: Expectation, findings: Findings): void {
  if (user.as !== undefined) {
    findings.problem('user', 'asks to be somebody else (`as`), which no account of a Link has the right to');
  }
  if (user.exec !== undefined || user['auth-provider'] !== undefined) {
    findings.problem('token', 'comes from a program, and the controller’s image holds none');
  } else if (typeof user.token === 'string' && user.token !== '') judgeToken(user.token, expected, findings);
  else if (['tokenFile', 'client-certificate', 'client-key'].some((key) => user[key] !== undefined)) {
    findings.problem('token', 'is a file path, and the controller’s image holds no such file');
  } else if (user['client-certificate-data'] !== undefined) judgeCertificate(user, expected, findings);
  else if (user.password !== undefined || user.username !== undefined) {
    findings.problem('token', 'none but a password, which no API server takes since Kubernetes 1.19');
  } else findings.problem('token', 'none');
}

function judgeCertificate(user: Mapping, { atSeconds }: Expectation, findings: Findings): void {
  const key = user['client-key-data'];
  if (typeof key !== 'string' || fromBase64(key)?.includes('PRIVATE KEY-----') !== true) {
    findings.problem('token', 'none but a client certificate, and its key is missing or cannot be read');
    return;
  }
  const data = user['client-certificate-data'];
  const [certificate] = certificatesIn(typeof data === 'string' ? (fromBase64(data) ?? '') : '') ?? [];
  if (certificate === undefined) {
    findings.problem('token', 'none but a client certificate, which cannot be read');
    return;
  }
  const end = Date.parse(certificate.validTo) / 1000;
  if (atSeconds !== undefined && end <= atSeconds)
    findings.problem('token', `none but a client certificate, which expired at ${certificate.validTo}`);
  else
    findings.note(
      'token',
      `none but a client certificate, valid until ${certificate.validTo}; it works, but cannot be revoked and belongs to no account of the Link`,
    );
}
