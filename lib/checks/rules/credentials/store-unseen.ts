import { credentialsOf } from '../../credentials.js';
import { rule } from '../../rule.js';

/**
 * The secret store of a credential is among the files, where other stores are.
 *
 * An info: a store may well belong to another repository.
 */
export const storeUnseen = rule('CREDENTIALS_STORE_UNSEEN', {
  group: 'credentials',
  severity: 'info',
  reach: 'cluster',
  about: 'links',
  fix: 'write the name of a store that the source cluster has, or add the manifests of this one',
  source:
    'https://github.com/external-secrets/external-secrets/blob/v2.9.0/apis/externalsecrets/v1/externalsecret_types.go',
  symptoms: ['could not get provider client', 'ClusterSecretStore not found', 'SecretSyncedError'],
  check(fleet, report) {
    for (const edge of fleet.edges) {
      const stores = edge.source.symbols.secretStores;
      if (stores.length === 0) continue;
      const { controller, controlPlane } = credentialsOf(edge);
      for (const secret of [controller, controlPlane]) {
        if (secret?.store === undefined) continue;
        const { store, storeKind, namespace } = secret;
        const isSeen = stores.some(
          (each) =>
            each.name === store.value &&
            each.kind === storeKind &&
            (each.kind === 'ClusterSecretStore' || each.namespace === namespace),
        );
        if (isSeen) continue;
        report({
          at: secret,
          field: store,
          link: edge.label,
          message: `${storeKind ?? 'SecretStore'} ${store.value} is not among the files, which hold ${stores.map(({ name }) => name).join(', ')}`,
        });
      }
    }
  },
});
