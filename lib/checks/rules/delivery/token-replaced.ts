import { annotationOf } from '../../../symbols/object.js';
import { deliversTo } from '../../argocd-clusters.js';
import { related } from '../../report.js';
import { rule } from '../../rule.js';

const replaces = /\b(Replace|Force)=true\b/;

/** Token Secrets are never replaced. */
export const tokenReplaced = rule('TOKEN_REPLACED', {
  group: 'delivery',
  severity: 'error',
  fix: 'take `Replace=true` and `Force=true` away from what holds token Secrets',
  source: 'https://github.com/argoproj/argo-cd/blob/v3.5.1/docs/user-guide/sync-options.md',
  symptoms: ['401 from the target after a sync', 'a token changes with every sync'],
  check(fleet, report) {
    for (const view of fleet.clusters) {
      for (const secret of view.symbols.secrets) {
        if (secret.type?.value !== 'kubernetes.io/service-account-token') continue;
        const own = annotationOf(secret, 'argocd.argoproj.io/sync-options');
        const application = fleet.applications.find(
          (each) =>
            deliversTo(each, secret.namespace) && each.syncOptions.some(({ value }) => replaces.test(value)),
        );
        if (own !== undefined && replaces.test(own.value)) {
          report({
            at: secret,
            field: own,
            message: `token Secret ${secret.name} is replaced by every sync`,
          });
        } else if (application !== undefined) {
          const option = application.syncOptions.find(({ value }) => replaces.test(value));
          report({
            at: secret,
            severity: 'warning',
            message: `${application.kind} ${application.name} replaces token Secret ${secret.name} by every sync`,
            related: [related(application, option, option?.value ?? '')],
          });
        }
      }
    }
  },
});
