import { toYaml } from '../manifests/serialize.js';

/** Words that stand for what only a live target knows; replace them before the Secrets are applied. */
export const credentialPlaceholders = { token: 'TOKEN', ca: 'CA', server: 'https://API-SERVER' } as const;

/** Whom a kubeconfig lets in where. */
export interface KubeconfigProps {
  /** Names the cluster and the context within the kubeconfig. */
  readonly cluster: string;
  /** URL of the API server as pods of the source cluster reach it. */
  readonly server: string;
  /** ServiceAccount in the target cluster. */
  readonly user: string;
  /** CA bundle of the API server, as base64. */
  readonly ca: string;
  readonly token: string;
}

/** A kubeconfig with one cluster, one user and one context, all inline, as the controllers have no files to refer to. */
export function kubeconfig({ cluster, server, user, ca, token }: KubeconfigProps): string {
  return toYaml({
    apiVersion: 'v1',
    kind: 'Config',
    clusters: [{ name: cluster, cluster: { 'certificate-authority-data': ca, server } }],
    contexts: [{ name: cluster, context: { cluster, user } }],
    'current-context': cluster,
    users: [{ name: user, user: { token } }],
  });
}
