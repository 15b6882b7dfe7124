import { storeKeysOf, type StoreKey } from '../../pushed-keys.js';
import { related } from '../../report.js';
import { rule } from '../../rule.js';
import type { PushSecretSymbol } from '../../../symbols/kinds/push-secret.js';

/** A key of a secret store is written by one PushSecret. */
export const pushKeyTwice = rule('PUSH_KEY_TWICE', {
  group: 'credentials',
  severity: 'error',
  reach: 'links',
  fix: 'give each Link a key of its own, such as `linkerd-multicluster/<source>-to-<target>`',
  source:
    'https://github.com/external-secrets/external-secrets/blob/v2.9.0/apis/externalsecrets/v1alpha1/pushsecret_types.go',
  symptoms: ['a kubeconfig changes back and forth', 'a cluster mirrors the wrong target'],
  check(fleet, report) {
    const first = new Map<string, StoreKey<PushSecretSymbol>>();
    // a key holds several properties
    const told = new Map<PushSecretSymbol, Set<string>>();
    for (const each of storeKeysOf(fleet).written) {
      const id = `${each.object.stores.join(' ')} ${each.id}`;
      const other = first.get(id);
      if (other === undefined) {
        first.set(id, each);
        continue;
      }
      const keys = told.get(each.object) ?? new Set();
      told.set(each.object, keys);
      if (keys.has(each.key.value)) continue;
      keys.add(each.key.value);
      report({
        at: each.object,
        field: each.key,
        message: `PushSecret ${each.object.name} writes key ${each.key.value}, as ${other.object.name} of ${other.object.cluster} does`,
        related: [related(other.object, other.key, `PushSecret ${other.object.name} writes it too`)],
      });
    }
  },
});
