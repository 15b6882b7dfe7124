import type { SecretSymbol } from '../../../symbols/kinds/secret.js';
import type { ClusterView } from '../../cluster-view.js';
import { credentialListOf } from '../../credentials.js';
import { mayBeMade, secretsNamed } from '../../named.js';
import type { Finding } from '../../report.js';
import { rule } from '../../rule.js';

/** The ExternalSecrets of a Link make their Secrets: their policy says so, and their templates take what they read. */
export const credentialsUnmade = rule('CREDENTIALS_UNMADE', {
  group: 'credentials',
  severity: 'error',
  reach: 'cluster',
  about: 'links',
  fix: 'give the entry under `data` the `secretKey` that the template takes',
  source:
    'https://github.com/external-secrets/external-secrets/blob/v2.9.0/apis/externalsecrets/v1/externalsecret_types.go',
  symptoms: [
    'map has no entry for key',
    'could not apply template',
    'SecretSyncedError',
    'secret will not be created due to CreationPolicy',
    'the ExternalSecret is Ready and its Secret is not there',
  ],
  check(fleet, report) {
    for (const edge of fleet.edges) {
      for (const secret of credentialListOf(edge)) {
        const finding = unmadeBy(secret, edge.source) ?? unfetchedBy(secret);
        if (finding !== undefined) report({ link: edge.label, ...finding });
      }
    }
  },
});

/** By its policy; milder where somebody may make the Secret by hand. */
function unmadeBy(secret: SecretSymbol, source: ClusterView): Finding | undefined {
  const { name, namespace, secretName, unmade } = secret;
  if (unmade === undefined) return undefined;
  const isMerge = unmade.value === 'Merge';
  const others = secretsNamed(source, secretName.value).filter(
    (other) => other !== secret && other.namespace === namespace && other.unmade === undefined,
  );
  if (others.length > 0) return undefined;
  return {
    at: secret,
    field: unmade,
    severity: isMerge ? 'info' : 'warning',
    message: isMerge
      ? `ExternalSecret ${name} adds to Secret ${secretName.value}, which the files of ${source.name} do not hold`
      : `ExternalSecret ${name} makes no Secret: its creationPolicy is None`,
    why: isMerge
      ? 'The operator waits, without an error, until somebody makes the Secret: nothing is mirrored before.'
      : 'The operator neither makes nor changes a Secret, and the ExternalSecret is Ready all the same: nothing is mirrored.',
    fix: 'set `creationPolicy: Owner`, unless something else makes the Secret',
  };
}

function unfetchedBy(secret: SecretSymbol): Finding | undefined {
  const { name, unfetched, remoteKeys } = secret;
  if (unfetched === undefined || !mayBeMade(secret)) return undefined;
  const read = remoteKeys.flatMap(({ secretKey }) => secretKey ?? []);
  return {
    at: secret,
    field: unfetched,
    message: `the template of ExternalSecret ${name} takes ${unfetched.value}, and it reads ${read.length === 0 ? 'nothing' : `${read.join(', ')} alone`}`,
    why: 'A template that takes a key which is not there is an error: the ExternalSecret stays in SecretSyncedError, so the Secret is never made and nothing is mirrored.',
  };
}
