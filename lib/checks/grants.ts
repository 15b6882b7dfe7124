import type { BindingSymbol } from '../symbols/kinds/access.js';
import type { ClusterView } from './cluster-view.js';
import { type AccessNeed, grantAll, Granting } from './granting.js';

/** What the given files let an account do. */
export interface Grants {
  /** The bindings that name the account. */
  readonly bindings: readonly BindingSymbol[];
  /** False when a binding refers to a role that is not among the files, so that nobody can say what it grants. */
  readonly isWhole: boolean;
  /** True when roles grant all of some needs; quick for a list that was asked of other accounts before. */
  readonly cover: (needs: readonly AccessNeed[]) => boolean;
  /** The verbs of a need that no role grants. */
  readonly missing: (need: AccessNeed) => readonly string[];
}

const cache = new WeakMap<ClusterView, Map<string, Grants>>();

/** Finds what an account of a cluster may do, by every binding that names it or its groups. */
export function grantsOf(view: ClusterView, namespace: string, account: string): Grants {
  let accounts = cache.get(view);
  if (accounts === undefined) cache.set(view, (accounts = new Map<string, Grants>()));
  const key = `${namespace}/${account}`;
  let grants = accounts.get(key);
  if (grants === undefined) accounts.set(key, (grants = new AccountGrants(view, namespace, account)));
  return grants;
}

class AccountGrants implements Grants {
  readonly bindings: readonly BindingSymbol[];
  readonly isWhole: boolean;
  readonly #grantings: Granting[] = [];

  constructor(view: ClusterView, namespace: string, account: string) {
    this.bindings = bindingsOf(view, namespace, account);
    let isWhole = true;
    for (const binding of this.bindings) {
      const role = roleOf(view, binding);
      if (role === undefined || role.isAggregated === true) isWhole = false;
      else {
        const scope = binding.kind === 'RoleBinding' ? (binding.namespace ?? '') : undefined;
        this.#grantings.push(Granting.of(role.rules, scope));
      }
    }
    this.isWhole = isWhole;
  }

  cover(needs: readonly AccessNeed[]): boolean {
    return grantAll(this.#grantings, needs);
  }

  missing(need: AccessNeed): readonly string[] {
    return need.verbs.filter((verb) => !this.#grantings.some((granting) => granting.has(need, verb)));
  }
}

function bindingsOf(view: ClusterView, namespace: string, account: string): readonly BindingSymbol[] {
  const bindings: BindingSymbol[] = [];
  for (const binding of view.bindingsByAccount.get(account) ?? []) {
    if (names(binding, namespace, account)) bindings.push(binding);
  }
  for (const group of [
    `system:serviceaccount:${namespace}:${account}`,
    `system:serviceaccounts:${namespace}`,
    'system:serviceaccounts',
    'system:authenticated',
  ]) {
    const ofGroup = view.bindingsByAccount.get(group);
    if (ofGroup !== undefined) bindings.push(...ofGroup);
  }
  return bindings;
}

function names({ subjects }: BindingSymbol, namespace: string, account: string): boolean {
  return subjects.some(
    (subject) =>
      subject.kind === 'ServiceAccount' &&
      subject.name === account &&
      // an account without a namespace stands wherever its files are applied to
      (subject.namespace === namespace || namespace === ''),
  );
}

/** The role that a binding refers to, if the files hold it. */
export function roleOf(view: ClusterView, { role, roleKind, namespace }: BindingSymbol) {
  const name = role?.value ?? '';
  return (
    view.roles.get(`${roleKind}/${roleKind === 'Role' ? (namespace ?? '') : ''}/${name}`) ??
    view.roles.get(`${roleKind}//${name}`)
  );
}
