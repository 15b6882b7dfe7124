import { writeFileSync } from 'node:fs';

/** What a kubeconfig with one cluster, one user and one context says. */
export interface KubeconfigContent {
  readonly server: string;
  /** The certificate authority, PEM in base64. */
  readonly authorityData: string;
  /** Fields of the user: a token, or a client certificate. */
  readonly user: Readonly<Record<string, string>>;
}

/** A kubeconfig as text (JSON is YAML). */
export function kubeconfigText({ server, authorityData, user }: KubeconfigContent): string {
  return JSON.stringify({
    apiVersion: 'v1',
    kind: 'Config',
    'current-context': 'it',
    clusters: [{ name: 'it', cluster: { server, 'certificate-authority-data': authorityData } }],
    users: [{ name: 'it', user }],
    contexts: [{ name: 'it', context: { cluster: 'it', user: 'it' } }],
  });
}

/** Writes a kubeconfig and returns its path. */
export function writeKubeconfig(path: string, content: KubeconfigContent): string {
  writeFileSync(path, kubeconfigText(content), { mode: 0o600 });
  return path;
}
