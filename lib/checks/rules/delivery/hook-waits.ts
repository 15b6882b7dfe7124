import { annotationOf, type ObjectSymbol } from '../../../symbols/object.js';
import { credentialListOf } from '../../credentials.js';
import { related } from '../../report.js';
import { rule } from '../../rule.js';
import { healthWait, isMetadataJob, isPostSync } from '../../sync-waves.js';

/**
 * No hook waits until credentials from another cluster are there.
 *
 * The chart's own Job beside a Namespace manifest is told as NAMESPACE_OWNERS.
 */
export const hookWaits = rule('HOOK_WAITS', {
  group: 'delivery',
  severity: 'warning',
  reach: 'links',
  fix: 'set `createNamespaceMetadataJob: false` and write the labels on the Namespace; move other hooks to an Application without credentials',
  source: 'https://github.com/argoproj/argo-cd/blob/v3.5.1/gitops-engine/pkg/sync/sync_context.go',
  symptoms: [
    'the first sync fails at a PostSync hook',
    'waiting for completion of hook',
    'a sync never ends',
  ],
  check(fleet, report) {
    const told = new Set<ObjectSymbol>();
    for (const edge of fleet.edges) {
      const { source, link } = edge;
      const credential = credentialListOf(edge).find((each) => healthWait(each) !== undefined);
      if (credential === undefined) continue;
      for (const hook of source.symbols.hooks) {
        if (hook.kind !== 'Job' || hook.namespace !== link.namespace || !isPostSync(hook)) continue;
        if (told.has(hook)) continue;
        if (isMetadataJob(hook) && source.namespaces.has(hook.namespace ?? '')) continue;
        told.add(hook);
        const own = annotationOf(hook, 'argocd.argoproj.io/hook');
        report({
          at: hook,
          field: own ?? annotationOf(hook, 'helm.sh/hook'),
          // Helm itself waits for no credential
          severity: own === undefined && fleet.applications.length === 0 ? 'info' : 'warning',
          link: edge.label,
          message: `hook ${hook.kind} ${hook.name} waits for ${credential.kind} ${credential.name}, which ${healthWait(credential) ?? ''}`,
          related: [related(credential, credential, 'what it waits for')],
        });
      }
    }
  },
});
