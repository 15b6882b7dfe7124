import type { SecretSymbol } from '../../../symbols/kinds/secret.js';
import type { ClusterView } from '../../cluster-view.js';
import { related } from '../../report.js';
import { rule } from '../../rule.js';
import { chartTemplate } from '../../upstream.js';

const tokenType = 'kubernetes.io/service-account-token';

/** An account for another cluster has a long-lived token: a Secret of the type that the token controller fills in. */
export const tokenMissing = rule('ACCESS_TOKEN_MISSING', {
  group: 'access',
  severity: 'warning',
  reach: 'cluster',
  about: 'remoteAccess',
  fix: 'add the Secret that the chart renders beside the account: type `kubernetes.io/service-account-token`, annotation `kubernetes.io/service-account.name`',
  source: chartTemplate('remote-access-service-mirror-rbac.yaml'),
  symptoms: [
    'link-gen finds no token',
    'a Secret that ends in -token is missing',
    'a Secret that ends in -token has no data',
  ],
  check(fleet, report) {
    for (const view of fleet.clusters) {
      const withToken = secretsByAccount(view);
      for (const account of view.remoteAccess.values()) {
        const key = `${account.namespace ?? ''}/${account.name}`;
        const secret = withToken.get(key);
        if (secret !== undefined) {
          if (mayHoldToken(secret)) continue;
          report({
            at: secret,
            field: secret.type ?? { path: 'type' },
            message: `Secret ${secret.name} is for a token of account ${account.name} and is of type ${secret.type?.value ?? 'Opaque'}`,
            why: `The token controller fills in Secrets of type \`${tokenType}\` alone: this one never gets a token.`,
            fix: `set \`type: ${tokenType}\`; an existing Secret must be deleted, as types cannot change`,
            related: [related(account, account, `account ${account.name} has no other`)],
          });
          continue;
        }
        // one of the usual name for another account is ACCESS_TOKEN_ACCOUNT
        if (view.secrets.get(`${key}-token`)?.type?.value === tokenType) continue;
        report({
          at: account,
          field: account,
          message: `account ${account.name} has no Secret with a token`,
        });
      }
    }
  },
});

/** The Secret of each account that a Secret names: one that may hold a token, where there is one. */
function secretsByAccount({ symbols }: ClusterView): ReadonlyMap<string, SecretSymbol> {
  const found = new Map<string, SecretSymbol>();
  for (const secret of symbols.secrets) {
    const account = secret.secretAnnotations['kubernetes.io/service-account.name']?.value;
    if (account === undefined) continue;
    const key = `${secret.namespace ?? ''}/${account}`;
    if (!found.has(key) || mayHoldToken(secret)) found.set(key, secret);
  }
  return found;
}

/** False for a Secret that nobody fills in; whoever writes a token down, or reads one from a store, needs no type. */
function mayHoldToken({ kind, type, dataKeys }: SecretSymbol): boolean {
  return type?.value === tokenType || kind !== 'Secret' || dataKeys.includes('token');
}
