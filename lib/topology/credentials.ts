import type { CredentialsConfig } from '../config/credentials-config.js';
import type { Credentials } from './fleet.js';
import { fillTemplate } from './template.js';

/** Name of both credential Secrets of a Link; the controller's Role allows exactly this one. */
export function credentialsSecretName(target: string): string {
  return `cluster-credentials-${target}`;
}

/** Credentials of one Link, placeholders filled in and defaults applied. */
export function credentialsOf(config: CredentialsConfig, source: string, target: string): Credentials {
  const { externalSecrets } = config;
  const placeholders = { source, target, secret: credentialsSecretName(target) };
  return {
    kind: 'externalSecrets',
    store: externalSecrets.store,
    storeKind: externalSecrets.storeKind ?? 'ClusterSecretStore',
    key: fillTemplate(externalSecrets.key, placeholders),
    name: fillTemplate(externalSecrets.name ?? '{secret}', placeholders),
    property: externalSecrets.property ?? 'kubeconfig',
    refreshInterval: externalSecrets.refreshInterval ?? '1h0m0s',
  };
}
