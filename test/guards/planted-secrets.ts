import { createHash, generateKeyPairSync } from 'node:crypto';

/** A secret of each kind as it stands in files, and a harmless text that looks like it. */
export interface Planted {
  readonly name: string;
  readonly secret: string;
  readonly twin: string;
}

let drawn = 0;

/** Bytes that look drawn at random and are the same in every run, so that a failure comes back. */
function randomBytes(length: number): Buffer {
  const blocks = Array.from({ length: Math.ceil(length / 32) }, () =>
    createHash('sha256').update(`planted ${drawn++}`).digest(),
  );
  return Buffer.concat(blocks).subarray(0, length);
}

function base64url(value: string | Buffer): string {
  return Buffer.from(value).toString('base64url');
}

function alphanumeric(length: number): string {
  let text = '';
  while (text.length < length)
    text += randomBytes(64)
      .toString('base64')
      .replaceAll(/[^A-Za-z0-9]/g, '');
  return text.slice(0, length);
}

function jwt(): string {
  const header = base64url(JSON.stringify({ alg: 'RS256', kid: alphanumeric(20) }));
  const payload = base64url(
    JSON.stringify({
      iss: 'kubernetes/serviceaccount',
      'kubernetes.io/serviceaccount/namespace': 'linkerd-multicluster',
      sub: `system:serviceaccount:linkerd-multicluster:access-${alphanumeric(6)}`,
    }),
  );
  return `${header}.${payload}.${base64url(randomBytes(256))}`;
}

function ecKey(type: 'pkcs8' | 'sec1'): string {
  return generateKeyPairSync('ec', { namedCurve: 'P-256' })
    .privateKey.export({ type, format: 'pem' })
    .toString();
}

// RSA keys take long to make, and only their frame matters
const rsa = generateKeyPairSync('rsa', { modulusLength: 2048 });

/** The frame of a certificate around random bytes that begin as one does: SEQUENCE of SEQUENCE. */
export function certificatePem(): string {
  const body = Buffer.concat([Buffer.from('308202aa30820192a003020102', 'hex'), randomBytes(660)]);
  const lines = body.toString('base64').match(/.{1,64}/g) ?? [];
  return `-----BEGIN CERTIFICATE-----\n${lines.join('\n')}\n-----END CERTIFICATE-----\n`;
}

function kubeconfig(user: string): string {
  const ca = Buffer.from(certificatePem()).toString('base64');
  return [
    'apiVersion: v1',
    'kind: Config',
    'clusters:',
    '- name: hub',
    `  cluster: {server: "https://hub.example.com:6443", certificate-authority-data: ${ca}}`,
    'contexts:',
    '- name: hub',
    '  context: {cluster: hub, user: access}',
    'current-context: hub',
    'users:',
    '- name: access',
    '  user:',
    `    ${user}`,
    '',
  ].join('\n');
}

/** Ciphertext as kubeseal writes it: a two-byte length, the RSA-wrapped key, the sealed bytes. */
export function sealed(): string {
  return Buffer.concat([Buffer.from([2, 0]), randomBytes(512), randomBytes(180)]).toString('base64');
}

const sha = (text: string): string => createHash('sha256').update(text).digest('hex');

/** One of each kind, different on every call. */
export function plantedSecrets(): readonly Planted[] {
  return [
    { name: 'a service account token', secret: jwt(), twin: `${base64url('{"alg":"none"}')}.and-so-on` },
    { name: 'a PKCS #8 key', secret: ecKey('pkcs8'), twin: certificatePem() },
    {
      name: 'a PKCS #1 key',
      secret: rsa.privateKey.export({ type: 'pkcs1', format: 'pem' }).toString(),
      twin: rsa.publicKey.export({ type: 'spki', format: 'pem' }).toString(),
    },
    { name: 'a SEC 1 key', secret: ecKey('sec1'), twin: certificatePem() },
    {
      name: 'a kubeconfig with a token',
      secret: kubeconfig('token: not-a-jwt-but-a-token'),
      twin: kubeconfig('token: "{{ .token }}"'),
    },
    {
      name: 'a kubeconfig with a key',
      secret: kubeconfig(`client-key-data: ${Buffer.from(ecKey('sec1')).toString('base64')}`),
      twin: kubeconfig(`client-certificate-data: ${Buffer.from(certificatePem()).toString('base64')}`),
    },
    {
      name: 'a bearer token',
      secret: `Authorization: Bearer ${alphanumeric(32)}7Aa9`,
      twin: 'Authorization: Bearer $(SERVICE_ACCOUNT_TOKEN_1)',
    },
    { name: 'a Vault token', secret: `hvs.${alphanumeric(90)}`, twin: 'hvs.example.com/vault-backend-2' },
    {
      name: 'a GitHub token',
      secret: `ghp_${alphanumeric(36)}`,
      twin: 'ghp_access-token-of-this-repository',
    },
    {
      name: 'an AWS key',
      secret: `AKIA${randomBytes(40)
        .toString('base64')
        .replaceAll(/[^A-Z]/g, '')
        .padEnd(16, 'Q')
        .slice(0, 16)}`,
      twin: 'AKIAvailable-in-region-eu-west-1',
    },
    {
      name: 'an Anthropic API key',
      secret: `sk-ant-api03-${alphanumeric(95)}`,
      twin: 'sk-ant-is-a-prefix-of-keys-of-anthropic',
    },
    {
      name: 'an OpenShift token',
      secret: `sha256~${alphanumeric(43)}`,
      twin: `sha256~${'production-'.repeat(3)}`,
    },
    {
      name: 'a kubeadm token',
      secret: ['x7k2p9', 'q3m8v1n5z0w4r6t2'].join('.'),
      twin: 'abcdef.0123456789abcdef',
    },
    {
      name: 'a Vault token in lower case',
      secret: ['s', '3k9x0q2m7v1n5z8w4r6t2y9b'].join('.'),
      twin: `s.${sha('twin').slice(0, 24)}`,
    },
    { name: 'a digest', secret: jwt(), twin: `sha256:${sha(alphanumeric(9))}` },
    { name: 'an image', secret: jwt(), twin: `cr.l5d.io/linkerd/controller:edge-26.8.2@sha256:${sha('x')}` },
    {
      name: 'a long name',
      secret: jwt(),
      twin: `linkerd-service-mirror-remote-access-${'production-eu-'.repeat(9)}1`,
    },
    { name: 'a sealed value', secret: jwt(), twin: sealed() },
    {
      name: 'a URL with a password',
      secret: `https://proxy:${alphanumeric(12)}@proxy.example.com`,
      twin: 'https://proxy.example.com:3128/@scope',
    },
  ];
}
