import { loneController } from '../../lone-controller.js';
import { related } from '../../report.js';
import { rule } from '../../rule.js';
import { chartTemplate } from '../../upstream.js';

/** Every Link has a controller, where the files hold the extension's install. */
export const linkControllerMissing = rule('LINK_CONTROLLER_MISSING', {
  group: 'names',
  severity: 'error',
  reach: 'cluster',
  about: 'links',
  fix: 'add `controllers: [{ link: { ref: { name: <Link> } } }]` to the values of the source',
  source: chartTemplate('controller/deployment.yaml'),
  symptoms: ['no mirror Service appears', 'no controller pod for the Link', '`gateways` prints nothing'],
  check(fleet, report) {
    for (const { source, link, label, controllers } of fleet.edges) {
      if (controllers.length > 0) continue;
      if (!source.hasExtension) {
        report({
          at: link,
          link: label,
          severity: 'info',
          message: `the files of ${source.name} hold no controller for Link ${link.name}`,
          fix: 'add the manifests of the multicluster extension to the check',
        });
        continue;
      }
      const other = loneController(source);
      report({
        at: link,
        field: link,
        link: label,
        message: `no controller serves Link ${link.name}`,
        ...(other === undefined
          ? {}
          : {
              fix: 'call the Link and the entry of `controllers` by one name',
              related: [related(other, other, `${other.name} serves a Link that is not there`)],
            }),
      });
    }
  },
});
