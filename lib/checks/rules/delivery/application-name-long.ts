import { generatedNames } from '../../generated-names.js';
import { rule } from '../../rule.js';

const longest = 53;

/** Names of Applications fit Helm releases, with room below the 63 characters of a label. */
export const applicationNameLong = rule('APPLICATION_NAME_LONG', {
  group: 'delivery',
  severity: 'warning',
  reach: 'delivery',
  fix: 'shorten the name in the template, or the name of the cluster in Argo CD',
  source: 'https://github.com/argoproj/argo-cd/blob/v3.5.1/applicationset/generators/cluster.go',
  symptoms: ['release name exceeds max length of 53', 'must be no more than 63 characters'],
  check(fleet, report) {
    for (const application of fleet.applications) {
      for (const { name, cluster } of generatedNames(application, fleet)) {
        if (name.length <= longest) continue;
        report({
          at: application,
          field: application.applicationName,
          message: `Application ${name}${cluster === undefined ? '' : `, for cluster ${cluster},`} has ${name.length} characters; ${longest} are safe`,
        });
      }
    }
  },
});
