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

const meantInSelector: Readonly<Record<string, string>> = {
  labels: 'matchLabels',
  matchLabel: 'matchLabels',
  matchExpression: 'matchExpressions',
};

/** A Link and its selectors have no fields but those of its CRD. */
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
        const selector = /^spec\.(\w*[sS]elector)\./.exec(key.path)?.[1];
        const right = (selector === undefined ? meant : meantInSelector)[key.value];
        report({
          at: link,
          field: key,
          link: label,
          message: `Link ${link.name} has no field ${key.value}${selector === undefined ? '' : ` in its ${selector}`}`,
          ...(right !== undefined && { fix: `write \`${right}\`` }),
          // a label that stands by itself
          ...(selector !== undefined && key.value.includes('/') && { fix: 'write it under `matchLabels`' }),
        });
      }
    }
  },
});
