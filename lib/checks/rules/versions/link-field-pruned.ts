import { rule } from '../../rule.js';
import { chartTemplate } from '../../upstream.js';

/** Fields that came with later versions stand in Links of these versions. */
export const linkFieldPruned = rule('LINK_FIELD_PRUNED', {
  group: 'versions',
  severity: 'warning',
  reach: 'link',
  fix: 'write the Link as `multicluster.linkerd.io/v1alpha3`, where the CRD serves it (2.18 and later)',
  source: chartTemplate('link-crd.yaml'),
  symptoms: ['a setting of a Link has no effect', 'federated Services never appear'],
  check(fleet, report) {
    for (const { link, label } of fleet.edges) {
      const version = link.apiVersion.slice(link.apiVersion.indexOf('/') + 1);
      const fields = [
        { name: 'federatedServiceSelector', field: link.federatedServiceSelector, lacking: ['v1alpha1'] },
        { name: 'excludedLabels', field: link.excludedLabels?.[0], lacking: ['v1alpha1', 'v1alpha2'] },
        {
          name: 'excludedAnnotations',
          field: link.excludedAnnotations?.[0],
          lacking: ['v1alpha1', 'v1alpha2'],
        },
      ];
      for (const { name, field, lacking } of fields) {
        if (field === undefined || !lacking.includes(version)) continue;
        report({
          at: link,
          field,
          link: label,
          message: `Link ${link.name} is ${version}, which has no ${name}`,
        });
      }
    }
  },
});
