import { isDnsLabel } from '../../../config/validate/dns-names.js';
import { rule } from '../../rule.js';
import { mirrorCommand } from '../../upstream.js';

/** The lease holder’s identity is the pod’s name, cut at 63 characters. */
export const linkNameLong = rule('LINK_NAME_LONG', {
  group: 'names',
  severity: 'warning',
  reach: 'link',
  fix: 'choose a name of at most 35 characters',
  source: mirrorCommand,
  symptoms: ['`linkerd multicluster gateways` shows no row', 'expected exactly one gateway metric; got 0'],
  check(fleet, report) {
    for (const { link, label } of fleet.edges) {
      const { length } = link.name;
      if (length <= 35 || length > 52 || !isDnsLabel(link.name)) continue;
      report({
        at: link,
        field: link,
        link: label,
        message: `the Link’s name has ${length} characters, more than 35`,
      });
    }
  },
});
