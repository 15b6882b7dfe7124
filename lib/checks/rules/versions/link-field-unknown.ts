import { rule } from '../../rule.js';
import { chartTemplate } from '../../upstream.js';

const meant: Readonly<Record<string, string>> = {
  excludeLabels: 'excludedLabels',
  excludeAnnotations: 'excludedAnnotations',
  clusterName: 'targetClusterName',
  clusterDomain: 'targetClusterDomain',
  gatewayAddresses: 'gatewayAddress',
  credentialsSecret: 'clusterCredentialsSecret',
};

/** A Link has no fields but those of its CRD. */
export const linkFieldUnknown = rule('LINK_FIELD_UNKNOWN', {
  group: 'versions',
  severity: 'warning',
  reach: 'link',
  fix: 'remove the field',
  source: chartTemplate('link-crd.yaml'),
  symptoms: ['a setting of a Link has no effect', 'excludeLabels does nothing', 'unknown field "spec.…"'],
  reproduced: '.spec.excludeLabels: field not declared in schema',
  check(fleet, report) {
    for (const { link, label } of fleet.edges) {
      for (const key of link.unknownKeys) {
        const right = meant[key.value];
        report({
          at: link,
          field: key,
          link: label,
          message: `Link ${link.name} has no field ${key.value}`,
          ...(right === undefined ? {} : { fix: `write \`${right}\`` }),
        });
      }
    }
  },
});
