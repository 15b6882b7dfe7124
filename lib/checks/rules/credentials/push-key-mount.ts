import { related } from '../../report.js';
import { rule } from '../../rule.js';

/** A key that is pushed to Vault does not begin with the mount. */
export const pushKeyMount = rule('PUSH_KEY_MOUNT', {
  group: 'credentials',
  severity: 'error',
  reach: 'links',
  fix: 'leave the mount out of `remoteKey`, and out of `remoteRef.key` of the readers',
  source:
    'https://github.com/external-secrets/external-secrets/blob/v2.9.0/providers/v1/vault/client_push.go',
  symptoms: [
    'secret not managed by external-secrets',
    'stray keys below metadata in Vault',
    'permission denied',
  ],
  check(fleet, report) {
    const mounts = new Map(
      fleet.clusters.flatMap(({ symbols }) =>
        symbols.secretStores.flatMap((store) =>
          store.mount === undefined ? [] : [[store.name, store] as const],
        ),
      ),
    );
    for (const { symbols } of fleet.clusters) {
      for (const push of symbols.pushSecrets) {
        for (const { key } of push.remoteKeys) {
          const store = push.stores.map((name) => mounts.get(name)).find((each) => each !== undefined);
          const mount = store?.mount;
          if (key === undefined || mount === undefined || !key.value.startsWith(`${mount.value}/`)) continue;
          report({
            at: push,
            field: key,
            message: `key ${key.value} of PushSecret ${push.name} begins with mount ${mount.value}`,
            related: store === undefined ? [] : [related(store, mount, `the mount of store ${store.name}`)],
          });
        }
      }
    }
  },
});
