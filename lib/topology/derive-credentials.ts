import type { SealedSecretsConfig } from '../config/credentials-config.js';
import type { LoadedConfig } from '../config/loaded-config.js';
import type { Diagnostic } from '../diagnostics/diagnostic.js';
import { credentialsOf, credentialsSecretName } from './credentials.js';
import type { Edge } from './edge.js';
import type { Credentials } from './fleet.js';

/**
 * Where the source of a Link takes its credential from.
 *
 * Reports CREDENTIALS_MISSING, API_SERVER_MISSING for a pushed one, SEALED_SECRET_MISSING with the command
 * that makes the file.
 */
export function deriveCredentials(
  edge: Edge,
  config: LoadedConfig,
): { credentials?: Credentials; diagnostics: Diagnostic[] } {
  const { source, target, options, path } = edge;
  const { fleet } = config;
  const chosen = options.credentials ?? fleet.credentials;
  const about = {
    severity: 'error',
    ...config.placeOf(path),
    path: 'credentials',
    link: `${source} → ${target}`,
  } as const;
  if (chosen === undefined) {
    const diagnostic: Diagnostic = {
      code: 'CREDENTIALS_MISSING',
      message: `nothing says where ${source} takes its credential for ${target} from`,
      why: 'the service mirror needs a kubeconfig of the target; without one it mirrors nothing',
      fix: 'add `credentials:` to the fleet, for example `externalSecrets: { store: …, key: "…/{source}-to-{target}" }`',
      ...about,
    };
    return { diagnostics: [diagnostic] };
  }
  const sealed = 'sealedSecrets' in chosen ? sealedFor(edge, chosen.sealedSecrets, config) : [];
  const diagnostics: Diagnostic[] = sealed
    .filter(({ ciphertext }) => ciphertext === undefined)
    .map(({ file, namespace, scope }) => ({
      code: 'SEALED_SECRET_MISSING',
      message: `the ciphertext for ${source} → ${target} is not at ${file}`,
      why: 'only whoever holds the credential can seal it, and sealing it twice gives different text',
      fix: `kubeseal --raw --cert <certificate of ${source}> --scope ${scope} --name ${credentialsSecretName(target)} --namespace ${namespace} --from-file=<kubeconfig> > ${file}`,
      ...about,
    }));
  if ('externalSecrets' in chosen && chosen.externalSecrets.push === true) {
    if (fleet.clusters[target]?.apiServer === undefined) {
      diagnostics.push({
        code: 'API_SERVER_MISSING',
        message: `${source} builds its kubeconfig for ${target}, whose API address nobody named`,
        why: 'no file of the target tells where its API answers to clusters outside',
        fix: `set clusters.${target}.apiServer to its address, https:// with the port`,
        ...about,
        ...config.placeOf(['clusters', target]),
        path: `clusters.${target}.apiServer`,
        cluster: target,
      });
    }
  }
  const ciphertext = Object.fromEntries(
    sealed.map(({ namespace, ciphertext: text }) => [namespace, text ?? '']),
  );
  return { credentials: credentialsOf(chosen, source, target, ciphertext), diagnostics };
}

/** The sealed file of each namespace that holds a copy of the credential. */
function sealedFor(
  { source, target }: Edge,
  { folder, scope = 'strict' }: SealedSecretsConfig,
  config: LoadedConfig,
) {
  const { linkerd, clusters } = config.fleet;
  const namespaces = [
    clusters[source]?.linkerdNamespace ?? linkerd.namespace ?? 'linkerd',
    linkerd.multiclusterNamespace ?? 'linkerd-multicluster',
  ];
  return namespaces.map((namespace) => {
    const name = scope === 'cluster-wide' ? target : `${target}.${namespace}`;
    const file = `${folder}/${source}/${name}.sealed`;
    return { namespace, scope, file, ciphertext: config.sealed.get(file) };
  });
}
