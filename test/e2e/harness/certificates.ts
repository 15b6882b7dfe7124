import { execFileSync } from 'node:child_process';
import { mkdirSync, readFileSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';

/** Of the distribution, not of this project's dependencies. */
const tool = 'openssl';

/** Files of a cluster's own certificate authority; nothing that one cluster issues is worth anything at another. */
export interface Certificates {
  readonly authority: string;
  readonly serverCertificate: string;
  readonly serverKey: string;
  readonly adminCertificate: string;
  readonly adminKey: string;
  /** Signs the tokens of ServiceAccounts. */
  readonly accountKey: string;
}

/** Creates a certificate authority, a serving certificate for 127.0.0.1 and a hub's published name, an administrator and a key for tokens. */
export function createCertificates(folder: string, cluster: string): Certificates {
  mkdirSync(folder, { recursive: true });
  const file = (name: string): string => join(folder, name);
  createKey(file('ca.key'));
  openssl(
    'req',
    '-x509',
    '-new',
    '-key',
    file('ca.key'),
    '-days',
    '2',
    '-subj',
    `/CN=${cluster}`,
    '-out',
    file('ca.crt'),
  );
  sign(
    folder,
    'server',
    '/CN=kube-apiserver',
    'subjectAltName=IP:127.0.0.1,DNS:localhost,DNS:kubernetes.default.svc,DNS:api.hub.example.com',
  );
  sign(folder, 'admin', '/O=system:masters/CN=admin', 'extendedKeyUsage=clientAuth');
  createKey(file('accounts.key'), 'RSA');
  return {
    authority: file('ca.crt'),
    serverCertificate: file('server.crt'),
    serverKey: file('server.key'),
    adminCertificate: file('admin.crt'),
    adminKey: file('admin.key'),
    accountKey: file('accounts.key'),
  };
}

function sign(folder: string, name: string, subject: string, extension: string): void {
  const file = (suffix: string): string => join(folder, `${name}.${suffix}`);
  createKey(file('key'));
  writeFileSync(file('ext'), extension);
  openssl('req', '-new', '-key', file('key'), '-subj', subject, '-out', file('csr'));
  const authority = ['-CA', join(folder, 'ca.crt'), '-CAkey', join(folder, 'ca.key'), '-CAcreateserial'];
  openssl(
    'x509',
    '-req',
    '-in',
    file('csr'),
    ...authority,
    '-days',
    '2',
    '-extfile',
    file('ext'),
    '-out',
    file('crt'),
  );
}

/** Elliptic keys take a tenth of the time of RSA ones; tokens are signed with RSA, as clusters commonly do. */
function createKey(path: string, kind: 'EC' | 'RSA' = 'EC'): void {
  if (kind === 'RSA') openssl('genrsa', '-out', path, '2048');
  else openssl('ecparam', '-name', 'prime256v1', '-genkey', '-noout', '-out', path);
}

function openssl(...args: string[]): void {
  execFileSync(tool, args, { stdio: ['ignore', 'ignore', 'pipe'] });
}

/** A PEM file as kubeconfig files hold it. */
export function base64File(path: string): string {
  return readFileSync(path).toString('base64');
}
