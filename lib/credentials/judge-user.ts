import type { X509Certificate } from 'node:crypto';
import { goBase64 } from '../kubeconfig/go-base64.js';
import { isGiven, type Mapping } from '../kubeconfig/mapping.js';
import { userRefusal } from '../kubeconfig/user-refusal.js';
import { certificatesIn, validity } from './certificate-authority.js';
import { judgeToken } from './token.js';
import type { Expectation, Findings } from './verdict.js';

/** Judges who a kubeconfig says its reader is: the token of an account, and nothing that lies outside the text. */
export function judgeUser(user: Mapping, expected: Expectation, findings: Findings): void {
  const has = (...keys: string[]) => keys.some((key) => isGiven(user[key]));
  const refusal = userRefusal(user);
  if (refusal !== undefined) findings.problem('user', refusal);
  if (has('as')) {
    findings.problem('user', 'asks to be somebody else (`as`), which no account of a Link has the right to');
  }
  const { token } = user;
  if (has('exec', 'auth-provider')) {
    findings.problem('token', 'comes from a program, and the controller’s image holds none');
  } else if (has('client-certificate', 'client-key')) {
    findings.problem('token', 'has a key in a file beside it, and the controller’s image holds no such file');
  } else if (typeof token === 'string' && token !== '') {
    judgeToken(token, expected, findings);
    const broken = has('client-certificate-data') ? brokenCertificate(user) : undefined;
    if (broken !== undefined) findings.problem('token', `stands beside a client certificate${broken}`);
  } else if (has('tokenFile')) {
    findings.problem('token', 'is a file path, and the controller’s image holds no such file');
  } else if (has('client-certificate-data')) judgeCertificate(user, expected, findings);
  else if (has('password', 'username')) {
    findings.problem('token', 'none but a password, which no API server takes since Kubernetes 1.19');
  } else findings.problem('token', 'none');
}

/** What makes a client certificate useless, behind its name. */
function brokenCertificate(user: Mapping): string | undefined {
  const key = user['client-key-data'];
  if (typeof key !== 'string' || goBase64(key)?.includes('PRIVATE KEY-----') !== true)
    return ', and its key is missing or cannot be read';
  return certificateOf(user) === undefined ? ', which cannot be read' : undefined;
}

function certificateOf(user: Mapping): X509Certificate | undefined {
  const data = user['client-certificate-data'];
  return certificatesIn(typeof data === 'string' ? (goBase64(data) ?? '') : '').readable[0];
}

function judgeCertificate(user: Mapping, { atSeconds }: Expectation, findings: Findings): void {
  const broken = brokenCertificate(user);
  const certificate = certificateOf(user);
  if (broken !== undefined || certificate === undefined) {
    findings.problem('token', `none but a client certificate${broken ?? ''}`);
    return;
  }
  const { from, until } = validity(certificate);
  if (atSeconds !== undefined && atSeconds > until.seconds)
    findings.problem('token', `none but a client certificate, which expired at ${until.text}`);
  else if (atSeconds !== undefined && atSeconds < from.seconds)
    findings.problem('token', `none but a client certificate, which is not valid before ${from.text}`);
  else
    findings.note(
      'token',
      `none but a client certificate, valid until ${until.text}; it works, but cannot be revoked and belongs to no account of the Link`,
    );
}
