import { labelOf } from '../../../symbols/object.js';
import { firstWith } from '../../../releases/first-with.js';
import { federatedName } from '../../federated-name.js';
import { rule } from '../../rule.js';
import { clusterWatcher } from '../../upstream.js';
import { reportOnce } from './report-once.js';

/** Members of federated Services have a cluster IP. */
export const headlessFederated = rule('HEADLESS_FEDERATED', {
  group: 'controller',
  severity: 'error',
  reach: 'links',
  since: firstWith('localServiceMirror'),
  fix: 'give it a cluster IP, or remove the federated label',
  source: clusterWatcher,
  symptoms: ['Headless service cannot join federated service', 'InvalidService in the Link’s status'],
  check(fleet, report) {
    reportOnce(fleet, report, (_, { service, modes }) =>
      service.isHeadless && modes.includes('federated')
        ? {
            field: labelOf(service, 'mirror.linkerd.io/federated') ?? service,
            message: `headless Service ${service.name} cannot join ${federatedName(service.name)}`,
          }
        : undefined,
    );
  },
});
