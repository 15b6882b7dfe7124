import type { SealedSecretsConfig } from '../config/credentials-config.js';
import { isClusterLocal } from '../config/api-server-host.js';
import type { LoadedConfig } from '../config/loaded-config.js';
import type { Diagnostic } from '../diagnostics/diagnostic.js';
import { credentialsName } from '../link/credentials-name.js';
import { credentialsOf } from './credentials.js';
import type { Edge } from './edge.js';
import type { Credentials } from './fleet.js';

/**
 * Where the source of a Link takes its credential from.
 *
 * Reports CREDENTIALS_MISSING, API_SERVER_MISSING and API_SERVER_LOCAL for a pushed one, SEALED_SECRET_MISSING
 * with the command that makes the file, and SEALED_SECRET_FORM.
 */
export function deriveCredentials(
  edge: Edge,
  config: LoadedConfig,
): { credentials?: Credentials; diagnostics: Diagnostic[] } {
  const { source, target, options, path } = edge;
  const chosen = options.credentials ?? config.fleet.credentials;
  // places take long to find, and hardly a Link needs one
  const about = () =>
    ({
      severity: 'error',
      ...config.placeOf(path),
      path: 'credentials',
      link: `${source} → ${target}`,
    }) as const;
  if (chosen === undefined) {
    const diagnostic: Diagnostic = {
      code: 'CREDENTIALS_MISSING',
      message: `nothing says where ${source} takes its credential for ${target} from`,
      why: 'the service mirror needs a kubeconfig of the target; without one it mirrors nothing',
      fix: 'add `credentials:` to the fleet, for example `externalSecrets: { store: …, key: "…/{source}-to-{target}" }`',
      ...about(),
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
      fix: `kubeseal --raw --cert <certificate of ${source}> --scope ${scope} --name ${credentialsName(target)} --namespace ${namespace} --from-file=<kubeconfig> > ${file}`,
      ...about(),
    }));
  for (const { file, ciphertext } of sealed) {
    if (ciphertext === undefined || isCiphertext(ciphertext)) continue;
    diagnostics.push({
      code: 'SEALED_SECRET_FORM',
      message: `${file} holds something else than one sealed value`,
      why: 'it is put into the SealedSecret as it stands, and the controller opens one value in base64 only',
      fix: 'store what `kubeseal --raw` prints: one value, not a whole SealedSecret',
      ...about(),
    });
  }
  const [one, other] = sealed;
  if (one?.scope === 'strict' && one.ciphertext !== undefined && one.ciphertext === other?.ciphertext) {
    diagnostics.push({
      code: 'SEALED_SECRET_FORM',
      message: `${one.file} and ${other.file} hold the same ciphertext`,
      why: 'what is sealed with scope `strict` opens in one namespace alone, so one of the two Secrets is never made',
      fix: `seal it for each namespace, with \`--namespace ${one.namespace}\` and \`--namespace ${other.namespace}\``,
      ...about(),
    });
  }
  if ('externalSecrets' in chosen && chosen.externalSecrets.push === true) {
    diagnostics.push(...apiServerProblem(edge, config));
  }
  const ciphertext = Object.fromEntries(
    sealed.map(({ namespace, ciphertext: text }) => [namespace, text ?? '']),
  );
  return { credentials: credentialsOf(chosen, source, target, ciphertext), diagnostics };
}

/** Base64 on one line; shorter than any key the controller encrypts with is no ciphertext. */
function isCiphertext(text: string): boolean {
  return /^[A-Za-z0-9+/]{16,}={0,2}$/.test(text);
}

/** Why the source of a pushed credential cannot build a kubeconfig from the target's API address. */
function apiServerProblem({ source, target }: Edge, { fleet, placeOf }: LoadedConfig): Diagnostic[] {
  const apiServer = fleet.clusters[target]?.apiServer;
  const about = {
    severity: 'error',
    path: `clusters.${target}.apiServer`,
    link: `${source} → ${target}`,
    cluster: target,
  } as const;
  if (apiServer === undefined) {
    const missing: Diagnostic = {
      code: 'API_SERVER_MISSING',
      message: `${source} builds its kubeconfig for ${target}, whose API address nobody named`,
      why: 'no file of the target tells where its API answers to clusters outside',
      fix: `set clusters.${target}.apiServer to its address, https:// with the port`,
      ...about,
      ...placeOf(['clusters', target]),
    };
    return [missing];
  }
  const url = typeof apiServer === 'string' ? apiServer : apiServer.url;
  if (!isClusterLocal(url)) return [];
  const local: Diagnostic = {
    code: 'API_SERVER_LOCAL',
    message: `${source} would look for the API of ${target} at ${url}, which is its own`,
    why: 'the address means another machine in each cluster; the service mirror would mirror its own cluster, or fail on the token',
    fix: `set clusters.${target}.apiServer to the address that ${source} reaches from outside`,
    ...about,
    ...placeOf(['clusters', target, 'apiServer']),
  };
  return [local];
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
