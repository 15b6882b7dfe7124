import { annotationOf } from '../../../symbols/object.js';
import { credentialsOf } from '../../credentials.js';
import { related } from '../../report.js';
import { rule } from '../../rule.js';
import { healthWait, isPostSync } from '../../sync-waves.js';

/**
 * No hook waits until credentials from another cluster are there.
 *
 * The chart's own Job beside a Namespace manifest is told as NAMESPACE_OWNERS.
 */
export const hookWaits = rule('HOOK_WAITS', {
  group: 'delivery',
  severity: 'warning',
  fix: 'set `createNamespaceMetadataJob: false` and write the labels on the Namespace; move other hooks to an Application without credentials',
  source: 'https://github.com/argoproj/argo-cd/blob/v3.5.1/gitops-engine/pkg/sync/sync_context.go',
  symptoms: [
    'the first sync fails at a PostSync hook',
    'waiting for completion of hook',
    'a sync never ends',
  ],
  check(fleet, report) {
    for (const edge of fleet.edges) {
      const { source, link } = edge;
      const credential = Object.values(credentialsOf(edge)).find((each) => healthWait(each) !== undefined);
      if (credential === undefined) continue;
      const hook = source.symbols.hooks.find(
        (each) =>
          each.kind === 'Job' &&
          each.namespace === link.namespace &&
          isPostSync(each) &&
          !source.namespaces.has(each.namespace ?? ''),
      );
      if (hook === undefined) continue;
      report({
        at: hook,
        field: annotationOf(hook, 'argocd.argoproj.io/hook') ?? annotationOf(hook, 'helm.sh/hook'),
        link: edge.label,
        message: `hook ${hook.kind} ${hook.name} waits for ${credential.kind} ${credential.name}, which ${healthWait(credential) ?? ''}`,
        related: [related(credential, credential, 'what it waits for')],
      });
    }
  },
});
