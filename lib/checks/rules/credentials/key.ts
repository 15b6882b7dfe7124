import { credentialsOf } from '../../credentials.js';
import { rule } from '../../rule.js';
import { mirrorCommand } from '../../upstream.js';

/** Both credentials hold `kubeconfig`. */
export const credentialsKey = rule('CREDENTIALS_KEY', {
  group: 'credentials',
  severity: 'error',
  reach: 'cluster',
  about: 'links',
  fix: 'name the key `kubeconfig`',
  source: mirrorCommand,
  symptoms: ['unable to parse kube config: invalid configuration', 'no mirror Service appears'],
  check(fleet, report) {
    for (const edge of fleet.edges) {
      const { controller, controlPlane } = credentialsOf(edge);
      for (const secret of [controller, controlPlane]) {
        // an extract of a whole remote key shows no data keys
        if (secret === undefined || secret.dataKeys.length === 0 || secret.dataKeys.includes('kubeconfig'))
          continue;
        report({
          at: secret,
          link: edge.label,
          message: `Secret ${secret.secretName.value} in ${secret.namespace ?? '(none)'} has ${secret.dataKeys.join(', ')}, not kubeconfig`,
        });
      }
    }
  },
});
