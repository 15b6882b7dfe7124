import { cannotTell } from '../../missing-fact.js';
import { secretsFor, secretsNamed, targetIn } from '../../named.js';
import { related } from '../../report.js';
import { rule } from '../../rule.js';
import { linkerd2 } from '../../upstream.js';
import { credentialsOf } from '../../credentials.js';

/** Each credential stands where its reader looks; absent ones are told as a fact that is missing. */
export const credentialsNamespace = rule('CREDENTIALS_NAMESPACE', {
  group: 'credentials',
  severity: 'error',
  reach: 'cluster',
  about: 'links',
  fix: 'put one Secret into the Link’s namespace and one, labelled for the target, into the control plane’s',
  source: linkerd2('controller/api/destination/watcher/cluster_store.go'),
  symptoms: ['secrets "cluster-credentials-…" not found', 'remote cluster not found'],
  reproduced: 'secrets "cluster-credentials-internal" not found',
  check(fleet, report) {
    for (const edge of fleet.edges) {
      const { source, link, label } = edge;
      const plane = source.symbols.controlPlane?.namespace;
      const { controller } = credentialsOf(edge);
      const name = link.clusterCredentialsSecret?.value;
      if (controller === undefined && name !== undefined) {
        const astray = secretsNamed(source, name).find(
          (secret) => targetIn(secret) === undefined && secret.namespace !== plane,
        );
        if (astray === undefined) {
          const reads = related(
            link,
            link.clusterCredentialsSecret,
            `Link ${link.name} reads Secret ${name}`,
          );
          report.unknown(cannotTell.credentials, source.name, reads);
        } else if (!edge.controllers.some((each) => each.namespace === astray.namespace)) {
          report({
            at: astray,
            field: astray,
            link: label,
            message: `Secret ${name} is in namespace ${astray.namespace ?? '(none)'}; Link ${link.name} reads ${link.namespace ?? '(none)'}`,
          });
        }
      }
      for (const secret of secretsFor(source, edge.targetName)) {
        const target = secret.secretLabels['multicluster.linkerd.io/cluster-name'];
        if (secret === controller) continue;
        const wrong = plane === undefined ? secret.namespace === link.namespace : secret.namespace !== plane;
        if (!wrong) continue;
        report({
          at: secret,
          field: target,
          link: label,
          severity: edge.isDirect ? 'error' : 'warning',
          message: `Secret ${secret.secretName.value} is labelled for the destination controller and is in namespace ${secret.namespace ?? '(none)'}${plane === undefined ? '' : `, not ${plane}`}`,
          topic: 'credentials of the proxies',
        });
      }
    }
  },
});
