import { rule } from '../../rule.js';
import { chartTemplate } from '../../upstream.js';

const tokenType = 'kubernetes.io/service-account-token';

/** An account for another cluster has a long-lived token. */
export const tokenMissing = rule('ACCESS_TOKEN_MISSING', {
  group: 'access',
  severity: 'warning',
  reach: 'cluster',
  about: 'remoteAccess',
  fix: 'add the Secret that the chart renders beside the account: type `kubernetes.io/service-account-token`, annotation `kubernetes.io/service-account.name`',
  source: chartTemplate('remote-access-service-mirror-rbac.yaml'),
  symptoms: ['link-gen finds no token', 'a Secret that ends in -token is missing'],
  check(fleet, report) {
    for (const view of fleet.clusters) {
      const withToken = new Set(
        view.symbols.secrets.flatMap(({ secretAnnotations, namespace }) => {
          const account = secretAnnotations['kubernetes.io/service-account.name']?.value;
          return account === undefined ? [] : [`${namespace ?? ''}/${account}`];
        }),
      );
      for (const account of view.remoteAccess.values()) {
        if (withToken.has(`${account.namespace ?? ''}/${account.name}`)) continue;
        // one of the usual name for another account is ACCESS_TOKEN_ACCOUNT
        if (view.secrets.get(`${account.namespace ?? ''}/${account.name}-token`)?.type?.value === tokenType)
          continue;
        report({
          at: account,
          field: account,
          message: `account ${account.name} has no Secret with a token`,
        });
      }
    }
  },
});
