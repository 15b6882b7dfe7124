import type { ApplicationSymbol, ProjectSymbol } from '../../../symbols/kinds/argocd.js';
import { related } from '../../report.js';
import { rule } from '../../rule.js';
import type { Fleet } from '../../fleet.js';

const kinds = [
  { group: 'apiextensions.k8s.io', kind: 'CustomResourceDefinition', isNamespaced: false },
  { group: 'rbac.authorization.k8s.io', kind: 'ClusterRole', isNamespaced: false },
  { group: 'rbac.authorization.k8s.io', kind: 'ClusterRoleBinding', isNamespaced: false },
  { group: 'rbac.authorization.k8s.io', kind: 'Role', isNamespaced: true },
  { group: 'multicluster.linkerd.io', kind: 'Link', isNamespaced: true },
  { group: 'policy.linkerd.io', kind: 'Server', isNamespaced: true },
  { group: '', kind: 'Service', isNamespaced: true },
  { group: '', kind: 'ServiceAccount', isNamespaced: true },
  { group: 'apps', kind: 'Deployment', isNamespaced: true },
];

/** The project of an Application that delivers the extension allows its namespace and the kinds it is made of. */
export const projectRefuses = rule('PROJECT_REFUSES', {
  group: 'delivery',
  severity: 'error',
  reach: 'links',
  fix: 'allow the namespace under `destinations`, and the kinds under `clusterResourceWhitelist`, of the AppProject',
  source: 'https://github.com/argoproj/argo-cd/blob/v3.5.1/pkg/apis/application/v1alpha1/types.go',
  symptoms: ['is not permitted in project', 'do not match any of the allowed destinations in project'],
  check(fleet, report) {
    const namespaces = extensionNamespaces(fleet);
    const projects = new Map(fleet.projects.map((project) => [project.name, project]));
    for (const application of fleet.applications) {
      const project = projects.get(application.project?.value ?? '');
      const namespace = application.destinationNamespace;
      if (project === undefined || namespace === undefined || !namespaces.has(namespace.value)) continue;
      const refused = [
        ...(allowsNamespace(project, namespace.value) ? [] : [`namespace ${namespace.value}`]),
        ...kinds.filter((each) => !allowsKind(project, each)).map((each) => each.kind),
      ];
      if (refused.length === 0) continue;
      report({
        at: application,
        field: application.project,
        message: `project ${project.name} refuses ${refused.join(', ')} of ${nameOf(application)}`,
        related: [related(project, project, `AppProject ${project.name}`)],
      });
    }
  },
});

function nameOf({ kind, name }: ApplicationSymbol): string {
  return `${kind} ${name}`;
}

/** Namespaces that Links and gateways stand in. */
function extensionNamespaces({ clusters }: Fleet): ReadonlySet<string> {
  return new Set(
    clusters.flatMap(({ symbols, gateways }) =>
      [...symbols.links, ...gateways].flatMap(({ namespace }) => namespace ?? []),
    ),
  );
}

function allowsNamespace({ destinations }: ProjectSymbol, name: string): boolean {
  const patterns = destinations.map(({ namespace }) => namespace ?? '');
  return (
    patterns.some((pattern) => !pattern.startsWith('!') && matches(pattern, name)) &&
    !patterns.some((pattern) => pattern.startsWith('!') && matches(pattern.slice(1), name))
  );
}

function allowsKind(
  { refusedKinds, allowedClusterKinds }: ProjectSymbol,
  { group, kind, isNamespaced }: (typeof kinds)[number],
): boolean {
  const has = (list: readonly { readonly group: string; readonly kind: string }[]) =>
    list.some((each) => matches(each.group, group) && matches(each.kind, kind));
  return !has(refusedKinds) && (isNamespaced || has(allowedClusterKinds ?? []));
}

/** Argo CD's globs: `*` stands for any text, `?` for one character. */
function matches(pattern: string, text: string): boolean {
  if (pattern === '*') return true;
  const expression = pattern
    .replace(/[.+^${}()|[\]\\]/g, '\\$&')
    .replace(/\*/g, '.*')
    .replace(/\?/g, '.');
  return new RegExp(`^${expression}$`).test(text);
}
