import { credentialsOf } from '../../credentials.js';
import { cannotTell, missingDomains } from '../../missing-fact.js';
import { related } from '../../report.js';
import { rule } from '../../rule.js';
import { linkerd2 } from '../../upstream.js';

/** The control plane’s credential states the target’s trust domain and cluster domain. */
export const credentialsDomain = rule('CREDENTIALS_DOMAIN', {
  group: 'credentials',
  severity: 'error',
  reach: 'links',
  fix: 'copy `identityTrustDomain` and `clusterDomain` of the target’s control plane into both annotations',
  source: linkerd2('controller/api/destination/watcher/cluster_store.go'),
  symptoms: [
    'remote cluster not found',
    'TLS to pods of the target fails',
    'cluster_store_size is too small',
  ],
  check(fleet, report) {
    for (const edge of fleet.edges) {
      const { controlPlane } = credentialsOf(edge);
      if (controlPlane === undefined) continue;
      const plane = edge.target?.symbols.controlPlane;
      const wanted = [
        {
          key: 'multicluster.linkerd.io/trust-domain',
          value: edge.target?.trustDomain,
          field: plane?.trustDomain,
        },
        {
          key: 'multicluster.linkerd.io/cluster-domain',
          value: edge.target?.clusterDomain,
          field: plane?.clusterDomain,
        },
      ];
      for (const { key, value, field } of wanted) {
        const written = controlPlane.secretAnnotations[key];
        if (written !== undefined && value === undefined) {
          report.unknown(
            edge.target === undefined ? cannotTell.target : missingDomains(edge.target),
            edge.target?.name ?? edge.source.name,
          );
          continue;
        }
        if (written !== undefined && written.value === value) continue;
        report({
          at: controlPlane,
          field: written ?? { path: `metadata.annotations.${JSON.stringify(key)}` },
          link: edge.label,
          severity: edge.isDirect ? 'error' : 'warning',
          message:
            written === undefined
              ? `Secret ${controlPlane.secretName.value} in ${controlPlane.namespace ?? '(none)'} lacks annotation ${key}`
              : `annotation ${key} is ${written.value}; ${edge.target?.name ?? 'the target'} has ${value ?? ''}`,
          ...(plane === undefined || field === undefined
            ? {}
            : { related: [related(plane, field, `${edge.target?.name ?? ''} has ${field.value}`)] }),
        });
      }
    }
  },
});
