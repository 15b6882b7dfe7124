import { labelOf } from '../../../symbols/object.js';
import { firstWith } from '../../../releases/first-with.js';
import { related } from '../../report.js';
import { rule } from '../../rule.js';
import { chartTemplate } from '../../upstream.js';

/** Where local Services are members of federated ones, the local mirror runs. */
export const localMirrorMissing = rule('LOCAL_MIRROR_MISSING', {
  reach: 'cluster',
  about: 'links',
  group: 'modes',
  severity: 'warning',
  since: firstWith('localServiceMirror'),
  fix: 'add the chart’s Deployment `linkerd-local-service-mirror` with its account and rights',
  source: chartTemplate('local-service-mirror.yaml'),
  symptoms: ['a federated Service lacks its local member', 'requests never stay in their own cluster'],
  check(fleet, report) {
    for (const view of fleet.clusters) {
      const link = view.symbols.links.find((each) => (each.federatedServiceSelector?.value ?? 0) > 0);
      if (link === undefined || !view.hasExtension || view.localMirrors.length > 0) continue;
      const member = view.symbols.services.find(
        ({ labels }) => labels['mirror.linkerd.io/federated'] === 'member',
      );
      if (member === undefined) continue;
      report({
        at: member,
        field: labelOf(member, 'mirror.linkerd.io/federated'),
        message: `Service ${member.name} of ${view.name} is a member, and no local mirror is among the files`,
        related: [
          related(link, link.federatedServiceSelector, `Link ${link.name} selects members elsewhere`),
        ],
      });
    }
  },
});
