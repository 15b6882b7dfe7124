import type { CredentialsConfig } from '../config/credentials-config.js';
import type { ExternalSecretsConfig } from '../config/external-secrets-config.js';
import { withoutMount } from '../config/store-mount.js';
import { credentialsName } from '../link/credentials-name.js';
import type { Credentials, ExternalCredentials } from './fleet.js';
import { fillTemplate } from './template.js';

/**
 * Credentials of one Link, placeholders filled in and defaults applied.
 *
 * `ciphertext` holds what was sealed for the Link, by namespace.
 */
export function credentialsOf(
  config: CredentialsConfig,
  source: string,
  target: string,
  ciphertext: Readonly<Record<string, string>>,
): Credentials {
  if ('externalSecrets' in config) return externalCredentials(config.externalSecrets, source, target);
  if ('sealedSecrets' in config) {
    return { kind: 'sealedSecrets', scope: config.sealedSecrets.scope ?? 'strict', ciphertext };
  }
  return { kind: 'manual' };
}

function externalCredentials(
  config: ExternalSecretsConfig,
  source: string,
  target: string,
): ExternalCredentials {
  const secret = credentialsName(target);
  const placeholders = { source, target, secret };
  return {
    kind: 'externalSecrets',
    store: config.store,
    storeKind: config.storeKind ?? 'ClusterSecretStore',
    key: withoutMount(fillTemplate(config.key, placeholders), config.mount),
    name: config.name === undefined ? secret : fillTemplate(config.name, placeholders),
    property: config.property ?? 'kubeconfig',
    refreshInterval: config.refreshInterval ?? '1h0m0s',
    push: config.push ?? false,
    version: config.version ?? '2.9',
  };
}
