import type { ClusterSymbols } from '../symbols/cluster-symbols.js';
import type { ObjectSymbol } from '../symbols/object.js';

/**
 * Accounts with a long-lived token or a ClusterRoleBinding, as the chart and `allow` make them. A Secret that names an
 * account is meant for its token, of whatever type it is.
 */
export function remoteAccessOf(symbols: ClusterSymbols): ReadonlyMap<string, ObjectSymbol> {
  const candidates = symbols.serviceAccounts.filter(mayBeRemote);
  if (candidates.length === 0) return none;
  const named = new Set<string>();
  for (const { kind, name, role, subjects } of symbols.bindings) {
    if (kind !== 'ClusterRoleBinding' || role?.value !== name) continue;
    for (const subject of subjects) named.add(subject.name);
  }
  for (const { secretAnnotations } of symbols.secrets) {
    const account = secretAnnotations['kubernetes.io/service-account.name']?.value;
    if (account !== undefined) named.add(account);
  }
  return new Map(candidates.filter(({ name }) => named.has(name)).map((account) => [account.name, account]));
}

const none: ReadonlyMap<string, ObjectSymbol> = new Map();

function mayBeRemote({ name, labels }: ObjectSymbol): boolean {
  return (
    labels.component === undefined &&
    (labels['linkerd.io/extension'] === 'multicluster' ||
      name.startsWith('linkerd-service-mirror-remote-access'))
  );
}
