import { firstWith } from '../../../releases/first-with.js';
import { releaseHolds } from '../../../releases/release-point.js';
import { loneController } from '../../lone-controller.js';
import { related } from '../../report.js';
import { rule } from '../../rule.js';
import { chartTemplate } from '../../upstream.js';

/** Before the chart's `controllers`, controllers came with the Links. */
const legacy = { until: firstWith('controllers') };

/** Every Link has a controller, one with pods, where the files hold the extension's install. */
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
      const [idle] = controllers;
      if (idle !== undefined && controllers.every(({ replicas }) => replicas?.value === 0)) {
        report({
          at: idle,
          field: idle.replicas,
          link: label,
          severity: 'warning',
          message: `${idle.name}, which serves Link ${link.name}, has no pods: \`replicas\` is 0`,
          why: 'Without a pod nothing reads the Link: nothing is mirrored, and mirrors that are there already stay as they are.',
          fix: 'give it one replica, unless something else scales it',
          related: [related(link, link, `Link ${link.name} stands here`)],
        });
      }
      // without a name it is LINK_NAME_FORM
      if (controllers.length > 0 || link.name === '') continue;
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
      const isLegacy = releaseHolds(legacy, source.release) === true;
      report({
        at: link,
        field: link,
        link: label,
        message: `no controller serves Link ${link.name}`,
        ...(isLegacy && {
          why: 'Up to 2.17 a mirror controller comes with its Link, from `linkerd multicluster link`; without it nothing reads the Link and nothing is mirrored.',
          fix: `add what \`linkerd multicluster link --cluster-name ${link.name}\` prints beside the Link: Deployment, ServiceAccount and RBAC of \`linkerd-service-mirror-${link.name}\`, and Service \`probe-gateway-${link.name}\``,
        }),
        ...(other === undefined
          ? {}
          : {
              fix: isLegacy
                ? 'call the Link and its controller by one name, that of `--cluster-name`'
                : 'call the Link and the entry of `controllers` by one name',
              related: [related(other, other, `${other.name} serves a Link that is not there`)],
            }),
      });
    }
  },
});
