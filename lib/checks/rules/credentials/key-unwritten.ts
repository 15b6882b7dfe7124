import { credentialsOf } from '../../credentials.js';
import { storeKeysOf } from '../../pushed-keys.js';
import { related } from '../../report.js';
import { rule } from '../../rule.js';

/** Where a target pushes its credentials, it pushes the key that each Link reads. */
export const keyUnwritten = rule('CREDENTIALS_KEY_UNWRITTEN', {
  group: 'credentials',
  severity: 'warning',
  reach: 'links',
  fix: 'make key and property of ExternalSecret and PushSecret equal',
  source:
    'https://github.com/external-secrets/external-secrets/blob/v2.9.0/apis/externalsecrets/v1/externalsecret_types.go',
  symptoms: ['could not get secret data from provider', 'SecretSyncedError', 'Secret does not exist'],
  check(fleet, report) {
    const { written, read } = storeKeysOf(fleet);
    if (written.length === 0) return;
    const ids = new Set(written.map(({ id }) => id));
    for (const edge of fleet.edges) {
      const pushing = edge.target?.symbols.pushSecrets[0];
      if (pushing === undefined) continue;
      const { controller, controlPlane } = credentialsOf(edge);
      for (const { id, object, key } of read) {
        if ((object !== controller && object !== controlPlane) || ids.has(id)) continue;
        report({
          at: object,
          field: key,
          link: edge.label,
          message: `${object.name} reads key ${key.value}, which no PushSecret of ${pushing.cluster} writes`,
          related: [related(pushing, pushing.remoteKeys[0]?.key, `what ${pushing.cluster} pushes`)],
        });
      }
    }
  },
});
