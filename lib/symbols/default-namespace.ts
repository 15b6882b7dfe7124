import type { OpenSymbols } from './cluster-symbols.js';
import type { SecretSymbol } from './kinds/secret.js';
import type { ObjectSymbol } from './object.js';

/**
 * Gives the extension's objects without a namespace the one that its other objects have.
 *
 * Bindings tell it too, by the accounts they name. Such objects get their namespace from `kubectl -n`, a kustomization or an Application. Told apart by what only
 * the extension has: Links, its label, credentials by name. Where no object tells a namespace, none is guessed; all
 * of them are then in the same unknown one.
 */
export function placeNamespaceless(symbols: OpenSymbols): void {
  const lists: readonly (readonly ObjectSymbol[])[] = [
    symbols.links,
    symbols.services,
    symbols.workloads,
    symbols.serviceAccounts,
    symbols.secrets,
    symbols.roles,
    symbols.bindings,
    symbols.servers,
    symbols.authorizationPolicies,
    symbols.meshAuthentications,
    symbols.networkAuthentications,
  ];
  // our own objects all have theirs
  if (!lists.some((list) => list.some(lacksNamespace))) return;
  const own = lists.flat().filter(isOfExtension);
  const homeless = [...own, ...symbols.secrets.filter(isControllersCredential)].filter(
    (object) => object.namespace === undefined,
  );
  if (homeless.length === 0) return;
  const namespace = commonest([...own.map((object) => object.namespace), ...boundIn(symbols)]);
  if (namespace === undefined) return;
  // what lies beside them in a file is applied with them
  const files = new Set(homeless.map((object) => object.file));
  for (const object of lists.flat()) {
    if (!lacksNamespace(object) || !files.has(object.file)) continue;
    Object.assign(object, { namespace });
  }
}

function lacksNamespace({ namespace, kind }: ObjectSymbol): boolean {
  return namespace === undefined && !kind.startsWith('Cluster');
}

function isOfExtension({ kind, labels }: ObjectSymbol): boolean {
  return kind === 'Link' || labels['linkerd.io/extension'] === 'multicluster';
}

function isControllersCredential({ secretName, secretLabels }: SecretSymbol): boolean {
  const isLabelled = secretLabels['multicluster.linkerd.io/cluster-name'] !== undefined;
  return secretName.value.startsWith('cluster-credentials-') && !isLabelled;
}

/** Namespaces in which bindings look for accounts that have none. */
function boundIn({ bindings, serviceAccounts }: OpenSymbols): (string | undefined)[] {
  const accounts = new Set(
    serviceAccounts.flatMap(({ name, namespace }) => (namespace === undefined ? name : [])),
  );
  return bindings.flatMap(({ subjects }) =>
    subjects.flatMap(({ name, namespace }) => (accounts.has(name) ? namespace : [])),
  );
}

function commonest(namespaces: readonly (string | undefined)[]): string | undefined {
  const counts = new Map<string, number>();
  for (const namespace of namespaces) {
    if (namespace !== undefined) counts.set(namespace, (counts.get(namespace) ?? 0) + 1);
  }
  let best: string | undefined;
  for (const [namespace, count] of counts) {
    if (best === undefined || count > (counts.get(best) ?? 0)) best = namespace;
  }
  return best;
}
