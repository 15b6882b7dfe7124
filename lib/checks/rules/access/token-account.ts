import { accountNamed } from '../../named.js';
import { rule } from '../../rule.js';
import { chartTemplate } from '../../upstream.js';

/** A token Secret belongs to an account that exists beside it. */
export const tokenAccount = rule('ACCESS_TOKEN_ACCOUNT', {
  group: 'access',
  severity: 'error',
  reach: 'cluster',
  fix: 'name an existing ServiceAccount in annotation `kubernetes.io/service-account.name`',
  source: chartTemplate('remote-access-service-mirror-rbac.yaml'),
  symptoms: ['the token Secret vanishes', 'Argo CD creates the same Secret again and again'],
  isSilent: true,
  check(fleet, report) {
    for (const view of fleet.clusters) {
      for (const secret of view.symbols.secrets) {
        if (secret.type?.value !== 'kubernetes.io/service-account-token') continue;
        const account = secret.secretAnnotations['kubernetes.io/service-account.name'];
        const namespace = secret.namespace ?? '';
        if (account !== undefined && accountNamed(view, namespace, account.value) !== undefined) continue;
        report({
          at: secret,
          field: account ?? { path: 'metadata.annotations."kubernetes.io/service-account.name"' },
          severity:
            account !== undefined && view.remoteAccess.size === 0 && !view.hasExtension ? 'info' : 'error',
          message:
            account === undefined
              ? `token Secret ${secret.name} names no account`
              : `token Secret ${secret.name} is for account ${account.value}, which the files do not hold`,
        });
      }
    }
  },
});
