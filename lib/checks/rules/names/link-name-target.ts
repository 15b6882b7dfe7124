import { rule } from '../../rule.js';
import { linkerd2 } from '../../upstream.js';

/** One name for the Link, its target, its controller and its credentials. */
export const linkNameTarget = rule('LINK_NAME_TARGET', {
  group: 'names',
  severity: 'warning',
  reach: 'link',
  fix: 'give the Link the name of its target',
  source: linkerd2('multicluster/cmd/check.go'),
  symptoms: [
    '`linkerd multicluster check` finds no service mirror controller',
    'federated Service has the ports of another member',
  ],
  isSilent: true,
  check(fleet, report) {
    for (const { link, label } of fleet.edges) {
      const target = link.targetClusterName;
      // without a name it is LINK_NAME_FORM
      if (link.name === '' || target === undefined || target.value === '' || target.value === link.name)
        continue;
      report({
        at: link,
        field: target,
        link: label,
        message: `the Link is called ${link.name}, its target ${target.value}`,
      });
    }
  },
});
