import type { ObjectSymbol } from '../symbols/object.js';
import type { FeltNeed } from './access-needs.js';
import type { ClusterView } from './cluster-view.js';
import { grantsOf, roleOf } from './grants.js';
import { related, type Finding } from './report.js';

/** An account that something runs under. */
export interface GrantedAccount {
  readonly namespace: string;
  readonly name: string;
  /** Where a finding is shown when no role is at hand. */
  readonly at: ObjectSymbol;
  readonly link?: string;
}

/**
 * One finding for an account whose roles leave out something it needs; none where a role is not among the files.
 *
 * A warning where no binding names the account: they may stand in files that nobody gave. Nothing where the files hold
 * no binding at all.
 */
export function missingGrants(
  view: ClusterView,
  account: GrantedAccount,
  needs: readonly FeltNeed[],
): Finding | undefined {
  if (view.symbols.bindings.length === 0) return undefined;
  const grants = grantsOf(view, account.namespace, account.name);
  if (!grants.isWhole || grants.cover(needs)) return undefined;
  const lacking: { readonly need: FeltNeed; readonly verbs: readonly string[] }[] = [];
  for (const need of needs) {
    const verbs = grants.missing(need);
    if (verbs.length > 0) lacking.push({ need, verbs });
  }
  if (lacking.length === 0) return undefined;
  const [first] = lacking.filter(({ need }) => need.isMinor !== true).concat(lacking);
  if (first === undefined) return undefined;
  const isBound = grants.bindings.length > 0;
  const binding = grants.bindings.find(
    ({ kind }) => kind === (first.need.namespace === undefined ? 'ClusterRoleBinding' : 'RoleBinding'),
  );
  const role = binding === undefined ? undefined : roleOf(view, binding);
  const severity = first.need.isMinor === true || !isBound ? { severity: 'warning' as const } : {};
  return {
    at: role ?? account.at,
    ...severity,
    ...(account.link === undefined ? {} : { link: account.link }),
    message: isBound
      ? `account ${account.name} may not ${lacking.map((each) => textOf(each.need, each.verbs)).join('; ')}`
      : `no binding among the files names account ${account.name} of ${account.namespace}`,
    why: `Without it ${first.need.effect}.`,
    ...(role === undefined ? {} : { related: [related(account.at, account.at, `account ${account.name}`)] }),
  };
}

function textOf({ group, resource, namespace }: FeltNeed, verbs: readonly string[]): string {
  const [plural = '', subresource] = resource.split('/');
  const named = `${plural}${group === '' ? '' : `.${group}`}${subresource === undefined ? '' : `/${subresource}`}`;
  return `${verbs.join(', ')} ${named}${namespace === undefined ? ' in all namespaces' : ` in ${namespace}`}`;
}
