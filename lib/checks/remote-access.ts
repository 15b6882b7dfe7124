import type { ClusterSymbols } from '../symbols/cluster-symbols.js';
import type { ObjectSymbol } from '../symbols/object.js';

/** Accounts with a long-lived token and a ClusterRoleBinding, as the chart and `allow` make them. */
export function remoteAccessOf(symbols: ClusterSymbols): ReadonlyMap<string, ObjectSymbol> {
  const bound = new Set(
    symbols.bindings.flatMap((binding) =>
      binding.kind === 'ClusterRoleBinding' && binding.role?.value === binding.name
        ? binding.subjects.map((subject) => subject.name)
        : [],
    ),
  );
  const withToken = new Set(
    symbols.secrets.flatMap((secret) =>
      secret.type?.value === 'kubernetes.io/service-account-token'
        ? (secret.secretAnnotations['kubernetes.io/service-account.name']?.value ?? [])
        : [],
    ),
  );
  return new Map(
    symbols.serviceAccounts
      .filter(
        ({ name, labels }) =>
          (bound.has(name) || withToken.has(name)) &&
          (labels['linkerd.io/extension'] === 'multicluster' ||
            name.startsWith('linkerd-service-mirror-remote-access')) &&
          labels.component === undefined,
      )
      .map((account) => [account.name, account]),
  );
}
