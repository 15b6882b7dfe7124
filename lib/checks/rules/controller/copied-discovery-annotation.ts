import { annotationOf } from '../../../symbols/object.js';
import { firstWith } from '../../../releases/first-with.js';
import { isExcluded } from '../../exclusion.js';
import type { MirrorMode } from '../../exports.js';
import { rule } from '../../rule.js';
import { clusterWatcher } from '../../upstream.js';
import { reportOnce } from './report-once.js';

const local = 'multicluster.linkerd.io/local-discovery';
const remote = 'multicluster.linkerd.io/remote-discovery';

/** No annotation that proxies or the controller take for a federated Service’s own is copied. */
export const copiedDiscoveryAnnotation = rule('COPIED_DISCOVERY_ANNOTATION', {
  group: 'controller',
  severity: 'warning',
  reach: 'links',
  since: firstWith('localServiceMirror'),
  fix: 'remove the annotation from the Service, or list it under the Link’s `excludedAnnotations`',
  source: clusterWatcher,
  symptoms: ['a federated Service stays after its last member left', 'calls to a mirror go elsewhere'],
  check(fleet, report) {
    reportOnce(fleet, report, ({ link }, { service, modes }) => {
      const key = [local, remote].find(
        (each) =>
          service.annotations[each] !== undefined &&
          staysOn(modes, each) &&
          !isExcluded(link.excludedAnnotations, each),
      );
      if (key === undefined) return undefined;
      const copy = modes.includes('federated') && key === local ? 'federated Service' : 'mirror';
      return {
        field: annotationOf(service, key) ?? service,
        message: `annotation ${key} of ${service.name} is copied to its ${copy}`,
      };
    });
  },
});

/** A federated Service's own `remote-discovery` replaces a copied one; on mirrors both stay. */
function staysOn(modes: readonly MirrorMode[], key: string): boolean {
  return key === local || modes.some((mode) => mode !== 'federated');
}
