import { storeKeysOf } from '../../pushed-keys.js';
import { rule } from '../../rule.js';

/** Somebody reads what a PushSecret writes. An info, as the reader may be in other files. */
export const pushKeyUnread = rule('PUSH_KEY_UNREAD', {
  group: 'credentials',
  severity: 'info',
  reach: 'links',
  fix: 'make the key equal to that of the ExternalSecret in the source cluster, or remove the PushSecret',
  source:
    'https://github.com/external-secrets/external-secrets/blob/v2.9.0/apis/externalsecrets/v1alpha1/pushsecret_types.go',
  symptoms: ['a credential in the store that nobody uses'],
  check(fleet, report) {
    const keys = storeKeysOf(fleet);
    const { written } = keys;
    if (written.length === 0) return;
    const known = new Set(keys.read.map(({ bareKey }) => bareKey));
    for (const { bareKey, object, key } of written) {
      if (known.has(bareKey)) continue;
      known.add(bareKey);
      report({
        at: object,
        field: key,
        message: `no ExternalSecret among the files reads key ${key.value}, which PushSecret ${object.name} writes`,
      });
    }
  },
});
