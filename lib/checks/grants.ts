import type { AccessRule, BindingSymbol } from '../symbols/kinds/access.js';
import type { ClusterView } from './cluster-view.js';

/** One thing an account has to be allowed to do. */
export interface AccessNeed {
  readonly verbs: readonly string[];
  /** API group, empty for the core one. */
  readonly group: string;
  /** Plural, with its subresource if any: `links/status`. */
  readonly resource: string;
  /** The namespace it is asked for in; in all of them when absent. */
  readonly namespace?: string;
  /** The one object it is asked for; any when absent. */
  readonly name?: string;
}

/** What the given files let an account do. */
export interface Grants {
  /** The bindings that name the account. */
  readonly bindings: readonly BindingSymbol[];
  /** False when a binding refers to a role that is not among the files, so that nobody can say what it grants. */
  readonly isWhole: boolean;
  /** The verbs of a need that no role grants. */
  readonly missing: (need: AccessNeed) => readonly string[];
}

const cache = new WeakMap<ClusterView, Map<string, Grants>>();

interface Granted {
  readonly rule: AccessRule;
  /** Where a RoleBinding grants it; everywhere when absent. */
  readonly namespace?: string;
}

/** Finds what an account of a cluster may do, by every binding that names it or its groups. */
export function grantsOf(view: ClusterView, namespace: string, account: string): Grants {
  const accounts = cache.get(view) ?? new Map<string, Grants>();
  cache.set(view, accounts);
  const key = `${namespace}/${account}`;
  const known = accounts.get(key) ?? findGrants(view, namespace, account);
  accounts.set(key, known);
  return known;
}

function findGrants(view: ClusterView, namespace: string, account: string): Grants {
  const bindings = [
    ...(view.bindingsByAccount.get(account) ?? []).filter((binding) =>
      binding.subjects.some(
        (subject) =>
          subject.kind === 'ServiceAccount' &&
          subject.name === account &&
          // an account without a namespace stands wherever its files are applied to
          (subject.namespace === namespace || namespace === ''),
      ),
    ),
    ...[
      `system:serviceaccount:${namespace}:${account}`,
      `system:serviceaccounts:${namespace}`,
      'system:serviceaccounts',
      'system:authenticated',
    ].flatMap((name) => view.bindingsByAccount.get(name) ?? []),
  ];
  let isWhole = true;
  const granted: Granted[] = [];
  for (const binding of bindings) {
    const role = roleOf(view, binding);
    if (role === undefined || role.isAggregated === true) isWhole = false;
    else {
      const scope = binding.kind === 'RoleBinding' ? { namespace: binding.namespace ?? '' } : {};
      for (const rule of role.rules) granted.push({ rule, ...scope });
    }
  }
  return {
    bindings,
    isWhole,
    missing: (need) => {
      const granting = granted.filter((each) => concerns(each, need));
      return need.verbs.filter((verb) => !granting.some(({ rule }) => has(rule.verbs, verb)));
    },
  };
}

/** The role that a binding refers to, if the files hold it. */
export function roleOf(view: ClusterView, { role, roleKind, namespace }: BindingSymbol) {
  const name = role?.value ?? '';
  return (
    view.roles.get(`${roleKind}/${roleKind === 'Role' ? (namespace ?? '') : ''}/${name}`) ??
    view.roles.get(`${roleKind}//${name}`)
  );
}

/**
 * Whether a rule is about what is needed, whatever its verbs.
 * @see https://github.com/kubernetes/kubernetes/blob/v1.36.3/pkg/registry/rbac/validation/policy_comparator.go
 */
function concerns({ rule, namespace }: Granted, need: AccessNeed): boolean {
  const slash = need.resource.indexOf('/');
  return (
    (namespace === undefined || namespace === need.namespace) &&
    has(rule.apiGroups, need.group) &&
    (has(rule.resources, need.resource) ||
      (slash > 0 && rule.resources.includes(`*${need.resource.slice(slash)}`))) &&
    (rule.resourceNames.length === 0 ||
      (need.name !== undefined && rule.resourceNames.some(({ value }) => value === need.name)))
  );
}

function has(list: readonly string[], value: string): boolean {
  return list.includes(value) || list.includes('*');
}
