import { related } from '../../report.js';
import { rule } from '../../rule.js';
import { mirrorCommand } from '../../upstream.js';

/** One controller serves a Link: no leftover of `linkerd multicluster link` beside the chart’s. */
export const controllerTwice = rule('CONTROLLER_TWICE', {
  group: 'versions',
  severity: 'warning',
  reach: 'cluster',
  fix: 'delete the legacy objects (`linkerd multicluster unlink --only-controller`), or the second entry of `controllers`',
  source: mirrorCommand,
  symptoms: [
    'controller at 1000m CPU',
    'released lease in the log and no later acquired lease',
    'too many mirror controllers for one cluster',
  ],
  check(fleet, report) {
    for (const view of fleet.clusters) {
      for (const [link, workloads] of view.controllers) {
        if (workloads.length < 2) continue;
        const [first, ...others] = [
          ...new Map(workloads.map((each) => [`${each.namespace ?? ''}/${each.name}`, each])).values(),
        ];
        for (const other of others) {
          if (first === undefined) continue;
          report({
            at: other,
            field: other,
            message: `${first.name} and ${other.name} both serve Link ${link}`,
            related: [related(first, first, `${first.name} serves it too`)],
          });
        }
      }
    }
  },
});
