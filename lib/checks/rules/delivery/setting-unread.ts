import type { SettingsMap } from '../../../symbols/kinds/argocd-settings.js';
import { rule } from '../../rule.js';

/** Keys that only programs' parameters begin with. */
const parameter =
  /^(controller|server|reposerver|applicationsetcontroller|notificationscontroller|dexserver|hydrator|redis)\./;
/** Keys that are read from `argocd-cm` alone. */
const general =
  /^(application\.(instanceLabelKey|resourceTrackingMethod)$|resource\.(customizations|exclusions|inclusions|compareoptions)|timeout\.reconciliation|kustomize\.buildOptions|installationID$)/;

const home = (key: string): SettingsMap | undefined => {
  if (parameter.test(key)) return 'argocd-cmd-params-cm';
  return general.test(key) ? 'argocd-cm' : undefined;
};

/** Settings of Argo CD stand in the ConfigMap that is read for them. */
export const settingUnread = rule('ARGOCD_SETTING_UNREAD', {
  group: 'delivery',
  severity: 'warning',
  reach: 'delivery',
  fix: 'move it to the other ConfigMap; in values of the chart, between `configs.cm` and `configs.params`',
  source: 'https://github.com/argoproj/argo-cd/blob/v3.5.1/docs/operator-manual/argocd-cmd-params-cm.yaml',
  symptoms: [
    'a setting of Argo CD has no effect',
    'controller.diff.server.side is set and diffs are as before',
  ],
  check(fleet, report) {
    for (const object of fleet.argocdSettings) {
      for (const setting of object.settings) {
        const wanted = home(setting.key);
        if (wanted === undefined || wanted === setting.map) continue;
        report({
          at: object,
          field: setting,
          message: `${setting.key} stands in ${setting.map}; it is read from ${wanted}`,
        });
      }
    }
  },
});
