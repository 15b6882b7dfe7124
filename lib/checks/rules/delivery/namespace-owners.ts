import { related } from '../../report.js';
import { rule } from '../../rule.js';
import { isMetadataJob } from '../../sync-waves.js';
import { chartTemplate } from '../../upstream.js';

/** A namespace has one owner: a manifest, or the chart’s hook Job, or the Application. */
export const namespaceOwners = rule('NAMESPACE_OWNERS', {
  group: 'delivery',
  severity: 'warning',
  reach: 'links',
  fix: 'set `createNamespaceMetadataJob: false` and write the labels on the Namespace manifest; drop `CreateNamespace=true`',
  source: chartTemplate('namespace-metadata.yaml'),
  symptoms: ['PostSync hook runs on every sync', 'the first sync fails at job namespace-metadata'],
  check(fleet, report) {
    for (const view of fleet.clusters) {
      if (view.symbols.hooks.length === 0) continue;
      const manifests = new Map(view.symbols.namespaces.map((namespace) => [namespace.name, namespace]));
      for (const hook of view.symbols.hooks) {
        const namespace = manifests.get(hook.namespace ?? '');
        if (!isMetadataJob(hook) || namespace === undefined) continue;
        const creating = fleet.applications.filter(
          (each) =>
            each.destinationNamespace?.value === namespace.name &&
            each.syncOptions.some((option) => option.value === 'CreateNamespace=true'),
        );
        const owners = creating.length === 0 ? 'two owners' : 'three owners';
        report({
          at: hook,
          field: hook,
          message: `namespace ${namespace.name} of ${view.name} has ${owners}: hook Job ${hook.name}, a manifest${creating.length === 0 ? '' : ' and `CreateNamespace=true`'}`,
          related: [
            related(namespace, namespace, 'the manifest'),
            ...creating.map((each) =>
              related(
                each,
                each.syncOptions.find((option) => option.value === 'CreateNamespace=true'),
                `${each.kind} ${each.name} creates it`,
              ),
            ),
          ],
        });
      }
    }
  },
});
