import type { PushSecretSymbol } from '../../../symbols/kinds/push-secret.js';
import type { SecretSymbol } from '../../../symbols/kinds/secret.js';
import type { ClusterView } from '../../cluster-view.js';
import { credentialsOf } from '../../credentials.js';
import { storeKeysOf, type StoreKey } from '../../pushed-keys.js';
import { related } from '../../report.js';
import { rule } from '../../rule.js';

/**
 * Where a target pushes its credentials, it pushes the key that each Link reads.
 *
 * Told only where both mean one store: the same name, or the same mount of stores that the files hold.
 */
export const keyUnwritten = rule('CREDENTIALS_KEY_UNWRITTEN', {
  group: 'credentials',
  severity: 'warning',
  reach: 'links',
  fix: 'make key and property of ExternalSecret and PushSecret equal',
  source:
    'https://github.com/external-secrets/external-secrets/blob/v2.9.0/apis/externalsecrets/v1/externalsecret_types.go',
  symptoms: ['could not get secret data from provider', 'SecretSyncedError', 'Secret does not exist'],
  check(fleet, report) {
    const keys = storeKeysOf(fleet);
    const { written } = keys;
    if (written.length === 0) return;
    const ids = new Set(written.map(({ id }) => id));
    const reads = new Map<SecretSymbol, StoreKey<SecretSymbol>[]>();
    for (const each of keys.read) {
      const known = reads.get(each.object);
      if (known === undefined) reads.set(each.object, [each]);
      else known.push(each);
    }
    for (const edge of fleet.edges) {
      const { source, target } = edge;
      if (target === undefined) continue;
      const pushing = target.symbols.pushSecrets.filter((push) => isCredential(push, target));
      const { controller, controlPlane } = credentialsOf(edge);
      for (const secret of [controller, controlPlane]) {
        const push = pushing.find((each) => secret !== undefined && isOneStore(each, target, secret, source));
        if (push === undefined || secret === undefined) continue;
        for (const { id, key } of reads.get(secret) ?? []) {
          if (ids.has(id)) continue;
          report({
            at: secret,
            field: key,
            link: edge.label,
            message: `${secret.name} reads key ${key.value}, which no PushSecret of ${target.name} writes`,
            related: [related(push, push.remoteKeys[0]?.key, `what ${target.name} pushes`)],
          });
        }
      }
    }
  },
});

/** True for a PushSecret of a remote-access account's token, or of a kubeconfig. */
function isCredential(
  { secretName, namespace = '', remoteKeys }: PushSecretSymbol,
  target: ClusterView,
): boolean {
  const secret = target.secrets.get(`${namespace}/${secretName?.value ?? ''}`);
  const account = secret?.secretAnnotations['kubernetes.io/service-account.name']?.value;
  return (
    (account !== undefined && target.remoteAccess.has(account)) ||
    remoteKeys.some(({ property, secretKey }) => (property?.value ?? secretKey) === 'kubeconfig')
  );
}

function isOneStore(
  push: PushSecretSymbol,
  target: ClusterView,
  { store }: SecretSymbol,
  source: ClusterView,
): boolean {
  if (store === undefined) return false;
  const mount = mountOf(source, store.value);
  return push.stores.some(
    (name) => name === store.value || (mount !== undefined && mountOf(target, name) === mount),
  );
}

/** The mount of a store, where the files hold the store. */
function mountOf({ symbols }: ClusterView, name: string): string | undefined {
  return symbols.secretStores.find((each) => each.name === name)?.mount?.value;
}
