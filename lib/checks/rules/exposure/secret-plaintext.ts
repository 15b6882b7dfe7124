import { rule } from '../../rule.js';

/** Credentials in files are references, not values. */
export const secretPlaintext = rule('SECRET_PLAINTEXT', {
  group: 'exposure',
  severity: 'warning',
  reach: 'cluster',
  about: 'kubeconfigs',
  fix: 'replace it by an ExternalSecret or SealedSecret of the same name, and revoke the token by deleting its account in the target (its Secret alone may get the same token again)',
  source: 'https://github.com/linkerd/linkerd2/blob/edge-26.8.3/multicluster/cmd/link.go',
  symptoms: ['a kubeconfig in Git', 'token in the repository'],
  check(fleet, report) {
    for (const view of fleet.clusters) {
      for (const secret of view.symbols.secrets) {
        if (secret.isLive || secret.kubeconfig?.hasContent !== true) continue;
        report({
          at: secret,
          field: secret.kubeconfig,
          message: `Secret ${secret.name} in ${secret.namespace ?? '(none)'} holds a kubeconfig in plain text`,
        });
      }
    }
  },
});
