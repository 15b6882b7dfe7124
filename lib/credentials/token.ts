import { timeText } from './time-text.js';
import type { Expectation, Findings } from './verdict.js';

/** Judges the token of a kubeconfig without ever repeating it: kind, account, validity. */
export function judgeToken(token: string, expected: Expectation, findings: Findings): void {
  if (token.trim() !== token) {
    findings.problem('token', 'has blanks or a line break around it; the API server refuses it as it stands');
  }
  const claims = claimsOf(token.trim());
  if (claims === undefined) {
    const decoded = claimsOf(Buffer.from(token, 'base64').toString('latin1').trim());
    if (decoded !== undefined) findings.problem('token', 'is base64 of a token: encoded twice');
    else
      findings.note(
        'token',
        'is no JWT, so account and expiry cannot be told; an API server may still accept it',
      );
    return;
  }
  judgeAccount(claims, expected, findings);
  judgeValidity(claims, expected, findings);
}

type Claims = Readonly<Record<string, unknown>>;

function judgeAccount(claims: Claims, { account, namespace }: Expectation, findings: Findings): void {
  const subject = typeof claims.sub === 'string' ? claims.sub : '';
  const [, inNamespace, name] = /^system:serviceaccount:([a-z0-9-]+):([a-z0-9.-]+)$/.exec(subject) ?? [];
  if (inNamespace === undefined || name === undefined) {
    findings.problem('account', 'the token belongs to no ServiceAccount');
    return;
  }
  if (account !== undefined && name !== account) {
    findings.problem('account', `the token is of ${name}, but the Link uses ${account}`);
  } else if (namespace !== undefined && inNamespace !== namespace) {
    findings.problem('account', `the token is of ${name} in ${inNamespace}, not in ${namespace}`);
  } else findings.ok('account', `${name} in ${inNamespace}`);
}

/** A token from a Secret has no expiry; any other expires under its reader, which never reads it again. */
function judgeValidity(claims: Claims, { atSeconds }: Expectation, findings: Findings): void {
  const [expiry, start] = [claims.exp, claims.nbf];
  if (typeof expiry !== 'number') {
    findings.ok(
      'token',
      'of a token Secret: valid until its account is deleted; a Secret that is made again may hold the same one',
    );
    return;
  }
  const until = timeText(expiry);
  const audiences = (Array.isArray(claims.aud) ? (claims.aud as unknown[]) : [claims.aud]).filter(
    (each) => typeof each === 'string' && /^[-\w./:]{1,200}$/.test(each),
  );
  if (audiences.length > 0) {
    findings.note(
      'audience',
      `${audiences.join(', ')}; the API takes the token if that is an audience of its own`,
    );
  }
  if (atSeconds === undefined)
    findings.note('token', `expires at ${until}; its readers do not read it again by themselves`, until);
  else if (expiry <= atSeconds) findings.problem('token', `expired at ${until}`);
  else if (typeof start === 'number' && start > atSeconds)
    findings.problem('token', `is not valid before ${timeText(start)}`);
  else
    findings.note(
      'token',
      `valid then; expires at ${until}, and its readers do not read it again by themselves`,
    );
}

/** The claims of a JWT; its signature is not looked at, only an API server can. */
function claimsOf(token: string): Claims | undefined {
  const parts = token.split('.');
  if (parts.length !== 3 || !parts.every((part) => /^[A-Za-z0-9_-]+$/.test(part))) return undefined;
  try {
    const claims: unknown = JSON.parse(Buffer.from(parts[1] ?? '', 'base64url').toString('utf8'));
    return typeof claims === 'object' && claims !== null ? (claims as Claims) : undefined;
  } catch {
    return undefined;
  }
}
