import { isObjectName } from '../../../config/validate/dns-names.js';
import { rule } from '../../rule.js';
import { chartTemplate } from '../../upstream.js';

/** Accounts have names. */
export const accountNameForm = rule('ACCESS_NAME_FORM', {
  group: 'access',
  severity: 'error',
  reach: 'cluster',
  fix: 'write `remoteMirrorServiceAccountName` as a list, or without stray commas',
  source: chartTemplate('remote-access-service-mirror-rbac.yaml'),
  symptoms: ['metadata.name: Required value', 'resource name may not be empty'],
  check(fleet, report) {
    for (const view of fleet.clusters) {
      for (const account of view.symbols.serviceAccounts) {
        if (isObjectName(account.name)) continue;
        report({
          at: account,
          field: account,
          message:
            account.name === ''
              ? 'a ServiceAccount has no name'
              : `\`${account.name}\` is no name for a ServiceAccount`,
        });
      }
    }
  },
});
