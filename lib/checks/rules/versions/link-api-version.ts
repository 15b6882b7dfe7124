import { related } from '../../report.js';
import { rule } from '../../rule.js';
import { chartTemplate } from '../../upstream.js';

/** The Link’s API version is one that its cluster’s CRD serves. */
export const linkApiVersion = rule('LINK_API_VERSION', {
  group: 'versions',
  severity: 'error',
  reach: 'cluster',
  about: 'links',
  fix: 'write a version that the CRD serves; `multicluster.linkerd.io/v1alpha3` from 2.18 on',
  source: chartTemplate('link-crd.yaml'),
  symptoms: ['no matches for kind "Link" in version', 'ensure CRDs are installed first'],
  check(fleet, report) {
    for (const { source, link, label } of fleet.edges) {
      const crd = source.symbols.crds.find((each) => each.name === 'links.multicluster.linkerd.io');
      const version = link.apiVersion.slice(link.apiVersion.indexOf('/') + 1);
      const served = crd?.versions.filter((each) => each.isServed).map((each) => each.name) ?? [];
      if (crd === undefined || served.includes(version)) continue;
      report({
        at: link,
        field: { path: 'apiVersion' },
        link: label,
        message: `Link ${link.name} is ${version}; the CRD of ${source.name} serves ${served.join(', ') || 'nothing'}`,
        related: [related(crd, crd, 'the CRD stands here')],
      });
    }
  },
});
