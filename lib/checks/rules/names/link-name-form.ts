import { isDnsLabel } from '../../../config/validate/dns-names.js';
import { rule } from '../../rule.js';
import { chartTemplate } from '../../upstream.js';

/** A Link's name must fit into the names of its probe Service and its controller. */
export const linkNameForm = rule('LINK_NAME_FORM', {
  group: 'names',
  severity: 'error',
  reach: 'link',
  fix: 'choose a name of at most 35 lower-case letters, digits and hyphens, no hyphen at either end',
  source: chartTemplate('controller/probe-svc.yaml'),
  symptoms: [
    'the controller Deployment is refused',
    'probe Service name invalid',
    'must be no more than 63 characters',
  ],
  isSilent: true,
  check(fleet, report) {
    for (const { link, label } of fleet.edges) {
      if (!isDnsLabel(link.name)) {
        report({
          at: link,
          field: link,
          link: label,
          message:
            link.name === ''
              ? 'a Link has no `metadata.name`'
              : `the Link is called ${link.name}, which is no DNS label`,
        });
      } else if (link.name.length > 52) {
        report({
          at: link,
          field: link,
          link: label,
          message: `the Link’s name has ${link.name.length} characters; its controller allows 52`,
        });
      }
    }
  },
});
