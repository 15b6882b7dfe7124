import type { Field } from '../../../symbols/field.js';
import { deliversTo } from '../../argocd-clusters.js';
import { rule } from '../../rule.js';

/**
 * Project and cluster of an Application that delivers the extension are among those that the files hold.
 *
 * An info, as others may stand elsewhere; nothing where the files hold none.
 */
export const applicationReference = rule('APPLICATION_REFERENCE', {
  group: 'delivery',
  severity: 'info',
  reach: 'delivery',
  fix: 'write the name of one that is there, or add the manifest of this one to the check',
  source: 'https://github.com/argoproj/argo-cd/blob/v3.5.1/util/argo/argo.go',
  symptoms: ['Application referencing project which does not exist', 'there are no clusters with this name'],
  check(fleet, report) {
    const namespaces = new Set(fleet.clusters.flatMap(({ delivered }) => [...delivered.keys()]));
    const projects = new Set(fleet.projects.map(({ name }) => name));
    const clusters = new Set(fleet.argocdClusters.map(({ clusterName }) => clusterName.value));
    for (const at of fleet.applications) {
      if (![...namespaces].some((namespace) => deliversTo(at, namespace))) continue;
      const tell = (
        field: Field<string> | undefined,
        known: ReadonlySet<string>,
        builtIn: string,
        what: string,
      ) => {
        if (field === undefined || known.size === 0 || known.has(field.value)) return;
        if (field.value === '' || field.value === builtIn || field.value.includes('{{')) return;
        report({
          at,
          field,
          message: `${at.kind} ${at.name} names ${what} ${field.value}, which the files do not hold`,
        });
      };
      tell(at.project, projects, 'default', 'project');
      tell(at.destinationName, clusters, 'in-cluster', 'cluster');
    }
  },
});
