import { generatedNames } from '../../generated-names.js';
import { rule } from '../../rule.js';

/** An ApplicationSet generates a name of its own for each cluster. */
export const applicationNameSame = rule('APPLICATION_NAME_SAME', {
  group: 'delivery',
  severity: 'error',
  reach: 'delivery',
  fix: 'put `{{.nameNormalized}}` into the name of the template, and give clusters names that differ when normalized',
  source:
    'https://github.com/argoproj/argo-cd/blob/v3.5.1/applicationset/controllers/applicationset_controller.go',
  symptoms: ['ApplicationSet contains applications with duplicate name'],
  check(fleet, report) {
    for (const application of fleet.applications) {
      if (application.clusterLabels.length === 0) continue;
      const clusters = new Map<string, string>();
      for (const { name, cluster } of generatedNames(application, fleet)) {
        const other = clusters.get(name);
        if (other === undefined) {
          clusters.set(name, cluster ?? '');
          continue;
        }
        report({
          at: application,
          field: application.applicationName,
          message: `clusters ${other} and ${cluster ?? ''} both get an Application called ${name}`,
        });
        break;
      }
    }
  },
});
