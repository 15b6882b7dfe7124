import { credentialsOf } from '../../credentials.js';
import { rule } from '../../rule.js';
import { mirrorCommand } from '../../upstream.js';

/** A kubeconfig in the files can be loaded where it is read. */
export const kubeconfigUnusable = rule('KUBECONFIG_UNUSABLE', {
  group: 'credentials',
  severity: 'error',
  reach: 'cluster',
  about: 'kubeconfigs',
  fix: 'write a v1 Config with one cluster (server and inline CA), one user with a token and one context',
  source: mirrorCommand,
  symptoms: ['unable to parse kube config: invalid configuration', 'no mirror Service appears'],
  check(fleet, report) {
    for (const edge of fleet.edges) {
      const { controller, controlPlane } = credentialsOf(edge);
      for (const secret of [controller, controlPlane]) {
        const problem = secret?.kubeconfig?.problems[0];
        if (secret === undefined || problem === undefined) continue;
        report({
          at: secret,
          field: secret.kubeconfig,
          link: edge.label,
          message: `the kubeconfig of ${secret.secretName.value} in ${secret.namespace ?? '(none)'} cannot be used: ${problem}`,
        });
      }
    }
  },
});
