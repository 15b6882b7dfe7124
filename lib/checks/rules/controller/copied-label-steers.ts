import { labelOf } from '../../../symbols/object.js';
import { isExcluded } from '../../exclusion.js';
import { rule } from '../../rule.js';
import { clusterWatcher } from '../../upstream.js';
import { reportOnce } from './report-once.js';

const discovery = 'multicluster.linkerd.io/remote-discovery';
const skip = 'endpointslice.kubernetes.io/skip-mirror';

/** No label that Kubernetes or the controller obeys is copied to a gateway-mode mirror. */
export const copiedLabelSteers = rule('COPIED_LABEL_STEERS', {
  group: 'controller',
  severity: 'warning',
  reach: 'links',
  fix: 'remove the label from the exported Service, or list it under the Link’s `excludedLabels`',
  source: clusterWatcher,
  symptoms: ['a mirror keeps an old gateway address', 'a mirror has Endpoints but no EndpointSlice'],
  check(fleet, report) {
    reportOnce(fleet, report, ({ link }, { service, modes }) => {
      if (!modes.includes('gateway')) return undefined;
      const key = [discovery, skip].find(
        (each) =>
          service.labels[each] !== undefined &&
          (each === discovery || service.labels[each] === 'true') &&
          !isExcluded(link.excludedLabels, each),
      );
      if (key === undefined) return undefined;
      return {
        field: labelOf(service, key) ?? service,
        message:
          key === discovery
            ? `label ${key} of ${service.name} is copied: the mirror’s endpoints are never repaired`
            : `label ${key} of ${service.name} is copied: the mirror gets no EndpointSlice`,
      };
    });
  },
});
