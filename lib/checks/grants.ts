import type { BindingSymbol } from '../symbols/kinds/access.js';
import type { ClusterView } from './cluster-view.js';
import { type AccessNeed, grantAll, Granting } from './granting.js';
import { roleNamed } from './named.js';

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

/** Finds what an account of a cluster may do, by every binding that names it or its groups. */
export function grantsOf(view: ClusterView, namespace: string, account: string): Grants {
  return view.grants.of(namespace, account);
}

/** What the accounts of a cluster may do, each found when it is first asked for. */
export class ClusterGrants {
  readonly #byAccount = new Map<string, Grants>();
  /** Whether any binding names a group of accounts; few clusters have one, and each account is of four. */
  #hasGroups: boolean | undefined;

  constructor(private readonly view: ClusterView) {}

  of(namespace: string, account: string): Grants {
    const key = `${namespace}/${account}`;
    let grants = this.#byAccount.get(key);
    if (grants === undefined) {
      this.#hasGroups ??= hasGroups(this.view);
      grants = new AccountGrants(this.view, bindingsOf(this.view, namespace, account, this.#hasGroups));
      this.#byAccount.set(key, grants);
    }
    return grants;
  }
}

function hasGroups({ bindingsByAccount }: ClusterView): boolean {
  for (const name of bindingsByAccount.keys()) if (name.startsWith('system:')) return true;
  return false;
}

class AccountGrants implements Grants {
  readonly isWhole: boolean;
  readonly #grantings: Granting[] = [];

  constructor(
    view: ClusterView,
    readonly bindings: readonly BindingSymbol[],
  ) {
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

function bindingsOf(
  view: ClusterView,
  namespace: string,
  account: string,
  hasGroups: boolean,
): readonly BindingSymbol[] {
  const bindings: BindingSymbol[] = [];
  for (const binding of view.bindingsByAccount.get(account) ?? []) {
    if (names(binding, namespace, account)) bindings.push(binding);
  }
  if (!hasGroups) return bindings;
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
    roleNamed(view, roleKind, roleKind === 'Role' ? (namespace ?? '') : '', name) ??
    roleNamed(view, roleKind, '', name)
  );
}
