import { writeFileSync } from 'node:fs';

/** What a kubeconfig with one cluster, one user and one context says. */
export interface KubeconfigContent {
  readonly server: string;
  /** The certificate authority, PEM in base64. */
  readonly authorityData: string;
  /** Fields of the user: a token, or a client certificate. */
  readonly user: Readonly<Record<string, string>>;
}

/** Writes a kubeconfig (JSON is YAML) and returns its path. */
export function writeKubeconfig(path: string, { server, authorityData, user }: KubeconfigContent): string {
  const content = {
    apiVersion: 'v1',
    kind: 'Config',
    'current-context': 'it',
    clusters: [{ name: 'it', cluster: { server, 'certificate-authority-data': authorityData } }],
    users: [{ name: 'it', user }],
    contexts: [{ name: 'it', context: { cluster: 'it', user: 'it' } }],
  };
  writeFileSync(path, JSON.stringify(content), { mode: 0o600 });
  return path;
}
