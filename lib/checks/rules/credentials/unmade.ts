import { credentialListOf } from '../../credentials.js';
import { rule } from '../../rule.js';

/** The ExternalSecrets of a Link make their Secrets: their templates take what they read. */
export const credentialsUnmade = rule('CREDENTIALS_UNMADE', {
  group: 'credentials',
  severity: 'error',
  reach: 'cluster',
  about: 'links',
  fix: 'give the entry under `data` the `secretKey` that the template takes',
  source:
    'https://github.com/external-secrets/external-secrets/blob/v2.9.0/apis/externalsecrets/v1/externalsecret_types.go',
  symptoms: ['map has no entry for key', 'could not apply template', 'SecretSyncedError'],
  check(fleet, report) {
    for (const edge of fleet.edges) {
      for (const secret of credentialListOf(edge)) {
        const { name, unfetched, remoteKeys } = secret;
        if (unfetched === undefined) continue;
        const read = remoteKeys.flatMap(({ secretKey }) => secretKey ?? []);
        report({
          at: secret,
          field: unfetched,
          link: edge.label,
          message: `the template of ExternalSecret ${name} takes ${unfetched.value}, and it reads ${read.length === 0 ? 'nothing' : `${read.join(', ')} alone`}`,
        });
      }
    }
  },
});
