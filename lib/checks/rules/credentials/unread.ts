import { credentialSecretType } from '../../../link/credential-secrets.js';
import { credentialsName } from '../../../link/credentials-name.js';
import type { SecretSymbol } from '../../../symbols/kinds/secret.js';
import type { ClusterView } from '../../cluster-view.js';
import { credentialsOf } from '../../credentials.js';
import { related } from '../../report.js';
import { rule } from '../../rule.js';
import { mirrorCommand } from '../../upstream.js';

/**
 * A credential for another cluster is read by a Link of its cluster.
 *
 * Told only where the files hold Links: else they may be kept elsewhere.
 */
export const credentialsUnread = rule('CREDENTIALS_UNREAD', {
  group: 'credentials',
  severity: 'warning',
  reach: 'cluster',
  about: 'links',
  fix: 'call it `cluster-credentials-<Link>` and label it for the Link’s target, or remove it',
  source: mirrorCommand,
  symptoms: [
    'secrets "cluster-credentials-…" not found',
    'a kubeconfig in a cluster that links nowhere with it',
  ],
  check(fleet, report) {
    for (const view of fleet.clusters) {
      const edges = fleet.edges.filter(({ source }) => source === view);
      if (edges.length === 0) continue;
      const read = new Set<SecretSymbol | undefined>();
      for (const edge of edges) {
        const { controller, controlPlane } = credentialsOf(edge);
        read.add(controller).add(controlPlane);
      }
      if (view.symbols.secrets.every((secret) => read.has(secret))) continue;
      const expected = expectedIn(view);
      for (const secret of view.symbols.secrets) {
        if (read.has(secret) || !isForMirroring(secret)) continue;
        const label = secret.secretLabels['multicluster.linkerd.io/cluster-name']?.value;
        // a name or label that a Link has, in the wrong place: other rules say which
        if (expected.has(secret.secretName.value) || (label !== undefined && expected.has(label))) continue;
        const lacking = edges.find((edge) => credentialsOf(edge).controller === undefined)?.link;
        report({
          at: secret,
          field: secret.secretName,
          message: `no Link of ${view.name} reads Secret ${secret.secretName.value}${label === undefined ? '' : `, labelled for ${label}`}`,
          ...(lacking === undefined
            ? {}
            : {
                related: [
                  related(
                    lacking,
                    lacking.clusterCredentialsSecret,
                    `Link ${lacking.name} reads ${lacking.clusterCredentialsSecret?.value ?? 'none'}, which is not among the files`,
                  ),
                ],
              }),
        });
      }
    }
  },
});

/** Names of Secrets and of targets that the Links of a cluster go by. */
function expectedIn({ symbols }: ClusterView): ReadonlySet<string> {
  return new Set(
    symbols.links.flatMap(({ name, targetClusterName, clusterCredentialsSecret }) => {
      const target = targetClusterName?.value ?? name;
      return [clusterCredentialsSecret?.value ?? '', credentialsName(name), credentialsName(target), target];
    }),
  );
}

function isForMirroring({ type, secretName }: SecretSymbol): boolean {
  if (type === undefined) return secretName.value.startsWith(credentialsName(''));
  return type.value === credentialSecretType;
}
