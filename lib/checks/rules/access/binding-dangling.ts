import type { Severity } from '../../../diagnostics/diagnostic.js';
import type { BindingSymbol } from '../../../symbols/kinds/access.js';
import type { ClusterView } from '../../cluster-view.js';
import { roleOf } from '../../grants.js';
import { accountNamed } from '../../named.js';
import { rule } from '../../rule.js';

/**
 * Bindings of the extension refer to roles and accounts that exist.
 *
 * An error where the account is one of the extension's and the files hold other roles of the kind beside the one that is
 * missing; an info where it may well stand elsewhere. Bindings of anything else are none of our business.
 */
export const bindingDangling = rule('ACCESS_BINDING_DANGLING', {
  reach: 'cluster',
  group: 'access',
  severity: 'error',
  fix: 'name a role and accounts that exist, or add the files that hold them',
  source: 'https://github.com/kubernetes/kubernetes/blob/v1.36.3/pkg/registry/rbac/validation/rule.go',
  symptoms: [
    'is forbidden: RBAC: role.rbac.authorization.k8s.io not found',
    'clusterrole.rbac.authorization.k8s.io not found',
    'failed to sync caches',
  ],
  isSilent: true,
  check(fleet, report) {
    for (const view of fleet.clusters) {
      for (const binding of view.symbols.bindings) {
        const severity = missingRole(view, binding);
        if (severity !== undefined) {
          report({
            at: binding,
            field: binding.role,
            severity,
            message: `${binding.kind} ${binding.name} binds ${binding.roleKind} ${binding.role?.value ?? '(none)'}, which is not among the files`,
          });
        }
        const lost = lostSubjects(view, binding);
        if (lost.length === 0) continue;
        report({
          at: binding,
          severity: lost.length === binding.subjects.length ? 'warning' : 'info',
          message: `${binding.kind} ${binding.name} is for account ${lost.join(' and ')}, which is not among the files`,
          why: 'The rights go to nobody, and to whoever creates an account of that name.',
        });
      }
    }
  },
});

/** Accounts of the extension's namespaces that are not among the files, where others of the install are. */
function lostSubjects(view: ClusterView, { subjects }: BindingSymbol): readonly string[] {
  if (!view.hasExtension) return none;
  let lost: string[] | undefined;
  for (const { kind, name, namespace = '' } of subjects) {
    if (
      kind !== 'ServiceAccount' ||
      name === 'default' ||
      !view.extensionNamespaces.has(namespace) ||
      accountNamed(view, namespace, name) !== undefined ||
      accountNamed(view, '', name) !== undefined ||
      isMissedElsewhere(view, name, namespace)
    )
      continue;
    (lost ??= []).push(`${namespace}/${name}`);
  }
  return lost ?? none;
}

const none: readonly string[] = [];

/** True where a workload or a token names the account too: one missing account is one mistake, told there. */
function isMissedElsewhere({ symbols }: ClusterView, name: string, namespace: string): boolean {
  return (
    symbols.workloads.some(
      ({ serviceAccountName, ...workload }) =>
        serviceAccountName?.value === name && workload.namespace === namespace,
    ) ||
    symbols.secrets.some(
      ({ type, secretAnnotations, ...secret }) =>
        type?.value === 'kubernetes.io/service-account-token' &&
        secretAnnotations['kubernetes.io/service-account.name']?.value === name &&
        secret.namespace === namespace,
    )
  );
}

function missingRole(view: ClusterView, binding: BindingSymbol): Severity | undefined {
  const { role, roleKind, namespace, subjects } = binding;
  if (role === undefined || isBuiltIn(role.value) || roleOf(view, binding) !== undefined) return undefined;
  if (roleKind === 'Role' && !view.extensionNamespaces.has(namespace ?? '')) return undefined;
  const isOurs = subjects.some((subject) => isOfExtension(view, subject.name, subject.namespace ?? ''));
  if (!isOurs) return roleKind === 'Role' ? 'info' : undefined;
  const isAmongOthers = view.symbols.roles.some(
    (each) => each.kind === roleKind && (roleKind === 'ClusterRole' || each.namespace === namespace),
  );
  return isAmongOthers ? 'error' : 'warning';
}

/** Accounts that a controller or gateway runs under, or that another cluster uses; those of hooks may use what others install. */
function isOfExtension(view: ClusterView, account: string, namespace: string): boolean {
  return (
    view.extensionNamespaces.has(namespace) &&
    (view.remoteAccess.has(account) ||
      view.symbols.workloads.some(
        (workload) =>
          workload.kind === 'Deployment' &&
          workload.namespace === namespace &&
          workload.serviceAccountName?.value === account,
      ))
  );
}

/** Roles that every API server has. */
function isBuiltIn(name: string): boolean {
  return name.startsWith('system:') || /^(cluster-admin|admin|edit|view)$/.test(name);
}
