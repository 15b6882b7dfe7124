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
 * A warning where no binding names the account: they may stand in files that nobody gave. An info where the files hold
 * no binding of the kind that could grant it, as a dump of namespaced objects does. Nothing where they hold none at all.
 */
export function missingGrants(
  view: ClusterView,
  account: GrantedAccount,
  needs: readonly FeltNeed[],
): Finding | undefined {
  if (view.symbols.bindings.length === 0) return undefined;
  const grants = grantsOf(view, account.namespace, account.name);
  if (!grants.isWhole || grants.cover(needs)) return undefined;
  const all: Lacking[] = [];
  for (const need of needs) {
    const verbs = grants.missing(need);
    if (verbs.length > 0) all.push({ need, verbs });
  }
  const kinds = new Set(view.symbols.bindings.map(({ kind }) => kind));
  const isBound = grants.bindings.length > 0;
  const unseen = all.filter(({ need }) => !kinds.has(bindingKind(need)));
  const isUnseen = unseen.length > 0 && (!isBound || unseen.length === all.length);
  const lacking = isUnseen ? unseen : all.filter((each) => !unseen.includes(each));
  const [first] = lacking.filter(({ need }) => need.isMinor !== true).concat(lacking);
  if (first === undefined) return undefined;
  const kindOfFirst = bindingKind(first.need);
  const may = lacking.map((each) => textOf(each.need, each.verbs)).join('; ');
  const link = account.link === undefined ? {} : { link: account.link };
  const why = `Without it ${first.need.effect}.`;
  if (isUnseen)
    return {
      at: account.at,
      severity: 'info',
      ...link,
      message: `the files hold no ${kindOfFirst} that lets account ${account.name} ${may}`,
      why,
      fix: `add the ${kindOfFirst}s of ${view.name} to the check`,
    };
  const binding = grants.bindings.find(({ kind }) => kind === kindOfFirst);
  const role = binding === undefined ? undefined : roleOf(view, binding);
  const severity = first.need.isMinor === true || !isBound ? { severity: 'warning' as const } : {};
  return {
    at: role ?? account.at,
    ...severity,
    ...link,
    message: isBound
      ? `account ${account.name} may not ${may}`
      : `no binding among the files names account ${account.name} of ${account.namespace}`,
    why,
    ...(role === undefined ? {} : { related: [related(account.at, account.at, `account ${account.name}`)] }),
  };
}

interface Lacking {
  readonly need: FeltNeed;
  readonly verbs: readonly string[];
}

/** The kind of binding that grants a need where the chart does. */
function bindingKind({ namespace }: FeltNeed): string {
  return namespace === undefined ? 'ClusterRoleBinding' : 'RoleBinding';
}

function textOf({ group, resource, namespace }: FeltNeed, verbs: readonly string[]): string {
  const [plural = '', subresource] = resource.split('/');
  const named = `${plural}${group === '' ? '' : `.${group}`}${subresource === undefined ? '' : `/${subresource}`}`;
  return `${verbs.join(', ')} ${named}${namespace === undefined ? ' in all namespaces' : ` in ${namespace}`}`;
}
