import { firstWith } from '../../../releases/first-with.js';
import { isExcluded } from '../../exclusion.js';
import { related } from '../../report.js';
import { rule } from '../../rule.js';
import { clusterWatcher } from '../../upstream.js';

/** Where Argo CD tracks by a label, Links leave that label out. */
export const trackingLabel = rule('TRACKING_LABEL', {
  group: 'delivery',
  severity: 'error',
  reach: 'links',
  since: firstWith('linkGen'),
  fix: 'add the label to `excludedLabels` of the Link, or let Argo CD track by annotation, as it does by default since 3.0',
  source: clusterWatcher,
  symptoms: ['mirrors are deleted and created again', 'Argo CD prunes mirror Services'],
  check(fleet, report) {
    const settings = fleet.argocdSettings.flatMap((object) =>
      object.settings.filter(({ map }) => map === 'argocd-cm').map((setting) => ({ object, setting })),
    );
    const method = settings.find(({ setting }) => setting.key === 'application.resourceTrackingMethod');
    if (method?.setting.value !== 'label') return;
    const label =
      settings.find(({ setting }) => setting.key === 'application.instanceLabelKey')?.setting.value ??
      'app.kubernetes.io/instance';
    for (const { link, label: edge } of fleet.edges) {
      if (isExcluded(link.excludedLabels, label)) continue;
      report({
        at: link,
        field: link.excludedLabels?.[0] ?? { path: 'spec.excludedLabels' },
        link: edge,
        message: `Link ${link.name} copies label ${label}, by which Argo CD tracks`,
        related: [related(method.object, method.setting, 'Argo CD tracks by label')],
      });
    }
  },
});
