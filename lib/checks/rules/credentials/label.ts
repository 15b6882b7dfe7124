import { credentialSecretType } from '../../../link/credential-secrets.js';
import { credentialsOf } from '../../credentials.js';
import { related } from '../../report.js';
import { rule } from '../../rule.js';
import { linkerd2 } from '../../upstream.js';

const key = 'multicluster.linkerd.io/cluster-name';

/** The control plane’s credential carries its target’s name. */
export const credentialsLabel = rule('CREDENTIALS_LABEL', {
  group: 'credentials',
  severity: 'error',
  reach: 'cluster',
  about: 'links',
  fix: `set label \`${key}\` to the Link’s \`targetClusterName\``,
  source: linkerd2('controller/api/destination/watcher/cluster_store.go'),
  symptoms: ['remote cluster not found', 'federated Service lacks a member'],
  check(fleet, report) {
    for (const edge of fleet.edges) {
      const { controlPlane } = credentialsOf(edge);
      const label = controlPlane?.secretLabels[key];
      if (controlPlane === undefined || label?.value === edge.targetName) continue;
      // without the label it may be any Secret that is merely called alike
      if (label === undefined && controlPlane.type?.value !== credentialSecretType) continue;
      report({
        at: controlPlane,
        field: label,
        link: edge.label,
        severity: edge.isDirect ? 'error' : 'warning',
        message: `Secret ${controlPlane.secretName.value} in ${controlPlane.namespace ?? '(none)'} is labelled for ${label?.value ?? 'no cluster'}; the Link’s target is ${edge.targetName}`,
        related: [related(edge.link, edge.link.targetClusterName, `the target is ${edge.targetName}`)],
      });
    }
  },
});
