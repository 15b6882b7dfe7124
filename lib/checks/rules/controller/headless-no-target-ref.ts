import { mirroringIn } from '../../exports.js';
import { headlessExports, hostsWithoutPod } from '../../headless.js';
import { related } from '../../report.js';
import { rule } from '../../rule.js';
import { clusterWatcher } from '../../upstream.js';

/** Ready hosts of a mirrored headless Service name their pods. */
export const headlessNoTargetRef = rule('HEADLESS_NO_TARGETREF', {
  group: 'controller',
  severity: 'error',
  reach: 'links',
  fix: 'add a `targetRef` with kind Pod and its name, remove the hostname, or turn headless Services off for the Link',
  source: clusterWatcher,
  symptoms: ['the controller restarts again and again', 'invalid memory address or nil pointer dereference'],
  check(fleet, report) {
    for (const edge of mirroringIn(fleet)) {
      for (const each of headlessExports(edge)) {
        const [host] = hostsWithoutPod(each);
        if (host === undefined || each.endpoints === undefined) continue;
        report({
          at: each.endpoints,
          field: host,
          link: edge.label,
          message: `host ${host.value} of ${each.service.name} has no \`targetRef\`, which crashes the controller of ${edge.source.name}`,
          related: [related(each.service, each.service, `${edge.targetName} exports ${each.service.name}`)],
        });
      }
    }
  },
});
