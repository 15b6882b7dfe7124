import { credentialSecretType } from '../../../link/credential-secrets.js';
import { credentialsOf } from '../../credentials.js';
import { rule } from '../../rule.js';
import { linkerd2 } from '../../upstream.js';

/** The control plane’s credential has the type its reader filters by. */
export const credentialsType = rule('CREDENTIALS_TYPE', {
  group: 'credentials',
  severity: 'error',
  reach: 'cluster',
  about: 'links',
  fix: `set the Secret’s type to \`${credentialSecretType}\`; an existing Secret must be deleted, as types cannot change`,
  source: linkerd2('controller/api/destination/watcher/cluster_store.go'),
  symptoms: ['remote cluster not found', 'cluster_store_size is too small'],
  check(fleet, report) {
    for (const edge of fleet.edges) {
      const { controlPlane } = credentialsOf(edge);
      if (controlPlane === undefined || controlPlane.type?.value === credentialSecretType) continue;
      report({
        at: controlPlane,
        field: controlPlane.type,
        link: edge.label,
        severity: edge.isDirect ? 'error' : 'warning',
        message: `Secret ${controlPlane.secretName.value} in ${controlPlane.namespace ?? '(none)'} has type ${controlPlane.type?.value ?? '(none)'}, not ${credentialSecretType}`,
      });
    }
  },
});
