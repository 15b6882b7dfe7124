import { annotationOf, type ObjectSymbol } from '../../../symbols/object.js';
import type { ClusterView } from '../../cluster-view.js';
import { credentialListOf } from '../../credentials.js';
import type { Fleet } from '../../fleet.js';
import { mirrorNamed } from '../../mirror-names.js';
import { related } from '../../report.js';
import { rule } from '../../rule.js';
import { healthWait, waveOf } from '../../sync-waves.js';

const key = 'argocd.argoproj.io/sync-wave';

/** What another cluster must make healthy stands in the last wave, so that nothing waits for it. */
export const waveHealth = rule('WAVE_HEALTH', {
  group: 'delivery',
  severity: 'warning',
  reach: 'links',
  fix: 'give credentials and routes to mirrors the highest wave of their Application, or use no waves: Argo CD orders Namespaces and CRDs itself',
  source: 'https://github.com/argoproj/argo-cd/blob/v3.5.1/gitops-engine/pkg/sync/sync_context.go',
  symptoms: [
    'waiting for healthy state of external-secrets.io/ExternalSecret',
    'one or more synchronization tasks completed unsuccessfully',
    'a sync never ends',
    'two clusters wait for each other',
  ],
  check(fleet, report) {
    for (const view of fleet.clusters) {
      if (view.lastInWaves.size === 0) continue;
      const gated = gatedObjects(fleet, view);
      if (gated.length === 0) continue;
      for (const object of gated) {
        const wave = waveOf(object);
        const next = view.lastInWaves.get(object.namespace ?? '');
        const last = next !== undefined && waveOf(next) > wave ? next : undefined;
        if (last === undefined) continue;
        report({
          at: object,
          field: annotationOf(object, key),
          message: `${object.kind} ${object.name} is in wave ${wave}, and ${last.kind} ${last.name} waits in wave ${waveOf(last)}; it ${healthWait(object) ?? ''}`,
          related: [related(last, annotationOf(last, key), `wave ${waveOf(last)}`)],
        });
      }
    }
  },
});

/** Credentials of Links, keys for other clusters, and routes to mirrors. */
function gatedObjects(fleet: Fleet, view: ClusterView): readonly ObjectSymbol[] {
  const credentials = (fleet.edgesFrom.get(view.name) ?? []).flatMap((edge) => credentialListOf(edge));
  const routes = view.symbols.routes.filter(({ backends, namespace = '' }) =>
    backends.some(
      (backend) => mirrorNamed(fleet, view, backend.name.value, backend.namespace ?? namespace) !== undefined,
    ),
  );
  return [...new Set<ObjectSymbol>([...credentials, ...view.symbols.pushSecrets, ...routes])].filter(
    (object) => healthWait(object) !== undefined,
  );
}
