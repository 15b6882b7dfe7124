/** What a secret is, in the words of a message. */
export type LeakKind =
  | 'a JSON Web Token'
  | 'a private key'
  | 'a kubeconfig with credentials'
  | 'a bearer token'
  | 'a Vault token'
  | 'a GitHub token'
  | 'a GitLab token'
  | 'an AWS access key'
  | 'a Google API key'
  | 'a Slack token'
  | 'a Stripe key'
  | 'an npm token'
  | 'an age secret key'
  | 'an Anthropic API key'
  | 'an OpenShift token'
  | 'a kubeadm token'
  | 'a password or token'
  | 'a URL with a password';

/**
 * Forms that give a secret away by themselves, wherever they stand in a word.
 *
 * The boundaries keep them from matching inside other base64; sealed ciphertext holds them with a chance of
 * one in 10^15 or less.
 */
const forms: readonly (readonly [LeakKind, RegExp])[] = [
  ['a Vault token', /(?<![\w.-])(?:hv[sbr]\.[\w-]{20}|s\.(?=\w*[A-Z])(?=\w*[0-9])[A-Za-z0-9]{24}(?![\w.]))/],
  // in lower case, names are alike: digits, and a letter that no digest has
  ['a Vault token', /(?<![\w.-])s\.(?=(?:[a-z]*[0-9]){3})(?=[0-9a-f]*[g-z])[a-z0-9]{24}(?![\w.-])/],
  ['a GitHub token', /(?<![A-Za-z0-9])(?:gh[pousr]_[A-Za-z0-9]{36}|github_pat_\w{22})/],
  ['a GitLab token', /(?<![A-Za-z0-9])gl(?:pat|ptt|dt|rt|soat|cbt|ft|agent)-[\w-]{20}/],
  ['an AWS access key', /(?<![A-Za-z0-9+/])A(?:KIA|SIA|BIA|CCA)[A-Z2-7]{16}(?![A-Za-z0-9+/])/],
  ['a Google API key', /(?<![\w-])(?:AIza[\w-]{35}(?![\w-])|ya29\.[\w-]{20})/],
  ['a Slack token', /(?<![A-Za-z0-9])xox[abeoprs]-[A-Za-z0-9-]{10}/],
  ['a Stripe key', /(?<![A-Za-z0-9])[rs]k_(?:live|test)_[A-Za-z0-9]{20}/],
  ['an npm token', /(?<![A-Za-z0-9])npm_[A-Za-z0-9]{36}(?![A-Za-z0-9])/],
  ['an age secret key', /AGE-SECRET-KEY-1[A-Z0-9]{50}/],
  ['an Anthropic API key', /(?<![A-Za-z0-9])sk-ant-[a-z]{2,8}[0-9]{2}-[\w-]{20}/],
  [
    'a kubeadm token',
    /(?<![\w./+-])(?=[a-z]*[0-9])[a-z0-9]{6}\.(?=(?:[a-z]*[0-9]){3})(?=[0-9a-f]*[g-z])[a-z0-9]{16}(?![\w./+-])/,
  ],
];

/** Text that every form has some of; one test for most words, which have none. */
const anyForm =
  /hv[sbr]\.|s\.\w{24}|gh[pousr]_|github_|gl[a-z]+-|A(?:KI|SI|BI|CC)A|AIza|ya29|xox|[rs]k_|npm_|AGE-|sk-ant|\.[a-z0-9]{16}|e[wy][\w-]+\.|=./;

const tokenParts = /(?<![\w-])(e[wy][\w-]{8}[\w-]*)\.([\w-]{2}[\w-]*)\.([\w-]{16})/g;

function isTokenHeader(part: string): boolean {
  return /"(?:alg|enc)"\s*:/.test(Buffer.from(part, 'base64url').toString('latin1'));
}

/** Names of fields and variables whose value is a secret: `token`, `API_KEY`, `secretAccessKey`. */
export const secretName =
  /(?:^|[^a-z]|(?<=[a-z])(?=[A-Z]))(?:token|passw(?:or)?d|passphrase|secret|auth|bearer|credentials?|(?:secret[-_.]?)?(?:access|api|private|client|account|signing|encryption|unseal)[-_.]?(?:key|secret)|secret[-_.]?key)$/i;

/** True for text that looks drawn at random: what a password or token is, and what no name or path is. */
export function looksRandom(value: string): boolean {
  if (value.length < 16 || !/[0-9]/.test(value)) return false;
  const plain = value.replace(/=+$/, '');
  if (plain.length >= 32 && /^[0-9a-f]+$/i.test(plain)) return true;
  if (/^[0-9a-z]+$/.test(plain)) return (plain.match(/[0-9]/g) ?? []).length >= 3;
  if (!/[A-Z]/.test(plain) || !/[a-z]/.test(plain)) return false;
  // in names and paths upper case begins a part; at random it stands anywhere
  return (plain.match(/[a-z0-9][A-Z]|[A-Z][0-9]|[a-z][0-9]/g) ?? []).length >= 4;
}

/** The value of `KEY=value` within one word, if the name says that it is a secret. */
function assignedSecret(word: string): string | undefined {
  const equals = word.search(/=[^=]/);
  if (equals < 1) return undefined;
  const value = word.slice(equals + 1);
  // a name that long is encoded data
  const name = word.slice(Math.max(0, equals - 80), equals);
  return secretName.test(name) && looksRandom(value) ? value : undefined;
}

/** The secret in a word, where its form gives it away: offset in the word and kind. */
export function secretInWord(word: string): { readonly offset: number; readonly kind: LeakKind } | undefined {
  if (!anyForm.test(word)) return undefined;
  for (const [kind, form] of forms) {
    const match = form.exec(word);
    if (match !== null) return { offset: match.index, kind };
  }
  for (const match of word.matchAll(tokenParts)) {
    if (match[1] !== undefined && isTokenHeader(match[1]))
      return { offset: match.index, kind: 'a JSON Web Token' };
  }
  const value = assignedSecret(word);
  if (value !== undefined) return { offset: word.length - value.length, kind: 'a password or token' };
  return undefined;
}

const keyHeader = /-----BEGIN [A-Z0-9 ]*PRIVATE KEY(?: BLOCK)?-----(?:(?!-----BEGIN)[^])*$/;

/** True when a word is the body of a PEM private key: `before` is the text in front of it. */
export function isKeyBody(before: string): boolean {
  return keyHeader.test(before);
}

/**
 * True for the bytes of a private key or a key store: PKCS #1, #8 or #12, SEC 1, OpenSSH.
 *
 * Each is a SEQUENCE that begins with the INTEGER 0, 1 or 3; certificates and public keys begin with another SEQUENCE
 * or with a large INTEGER.
 */
export function isKeyBytes(bytes: Uint8Array): boolean {
  if (bytes.length < 30) return false;
  if (Buffer.from(bytes.subarray(0, 14)).toString('latin1') === 'openssh-key-v1') return true;
  if (bytes[0] !== 0x30) return false;
  const length = bytes[1] ?? 0;
  const header = length < 0x80 ? 2 : length <= 0x83 ? 2 + (length & 3) : 0;
  const version = bytes[header + 2] ?? 0xff;
  if (header === 0 || bytes[header] !== 2 || bytes[header + 1] !== 1) return false;
  const next = bytes[header + 3];
  // version 0 or 1: another INTEGER, an algorithm or the key itself; version 3: a PKCS #12 store
  return (
    (version <= 1 && (next === 0x30 || next === 0x02 || next === 0x04)) || (version === 3 && next === 0x30)
  );
}
