import { annotationOf } from '../../../symbols/object.js';
import { releasePoint } from '../../../releases/release-point.js';
import { firstWith } from '../../../releases/first-with.js';
import { rule } from '../../rule.js';
import { linkerd2 } from '../../upstream.js';

/** A Link says that it was made by the release that runs. */
export const linkCreatedBy = rule('LINK_CREATED_BY', {
  group: 'versions',
  severity: 'warning',
  reach: 'cluster',
  about: 'links',
  since: firstWith('linkCreatedBy'),
  fix: 'write annotation `linkerd.io/created-by: linkerd/cli <release>`, from the one place the release stands in',
  source: linkerd2('multicluster/cmd/check.go'),
  symptoms: ['Link and CLI versions differ', 'unable to determine version of Link'],
  check(fleet, report) {
    for (const { source, link, label } of fleet.edges) {
      const created = link.annotations['linkerd.io/created-by'];
      if (created === undefined) {
        report({
          at: link,
          field: { path: 'metadata.annotations."linkerd.io/created-by"' },
          link: label,
          severity: 'info',
          message: `Link ${link.name} does not say which release made it`,
        });
        continue;
      }
      const by = /^linkerd\/\S+ (\S+)$/.exec(created)?.[1];
      const made = by === undefined ? undefined : releasePoint(by);
      if (source.release === undefined || made === source.release) continue;
      report({
        at: link,
        field: annotationOf(link, 'linkerd.io/created-by'),
        link: label,
        message: `Link ${link.name} was made by ${by ?? created}; ${source.name} runs ${source.releaseName ?? ''}`,
      });
    }
  },
});
