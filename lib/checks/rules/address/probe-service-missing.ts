import type { WorkloadSymbol } from '../../../symbols/kinds/workload.js';
import type { ClusterView } from '../../cluster-view.js';
import { accountNamed, serviceNamed } from '../../named.js';
import type { Finding } from '../../report.js';
import { rule } from '../../rule.js';
import { linkerd2 } from '../../upstream.js';

/** A gateway-mode Link has its probe Service, where the files hold its controller. */
export const probeServiceMissing = rule('PROBE_SERVICE_MISSING', {
  group: 'address',
  severity: 'error',
  reach: 'cluster',
  about: 'links',
  fix: 'set `controllers[].gateway.enabled: true` for this Link',
  source: linkerd2('multicluster/charts/linkerd-multicluster/templates/controller/probe-svc.yaml'),
  symptoms: ['probe fails forever', 'no such host probe-…', 'expected exactly one probe Service'],
  check(fleet, report) {
    for (const { source, link, label, probeService, controllers, hasGateway } of fleet.edges) {
      if (
        probeService !== undefined ||
        controllers.length === 0 ||
        !hasGateway ||
        link.probePath === undefined
      )
        continue;
      const controller = controllers[0];
      // a controller of another namespace is CONTROLLER_ARGUMENT
      if (serviceNamed(source, controller?.namespace ?? '', `probe-${link.name}`) !== undefined) continue;
      const argument = controller?.containers
        .flatMap((each) => each.args)
        .find((each) => each.value.startsWith('-probe-service='));
      const isLegacy = controller?.labels.component !== 'controller';
      const name = argument?.value.slice(15) ?? `probe-${isLegacy ? 'gateway-' : ''}${link.name}`;
      report({
        at: link,
        field: link.probePath,
        link: label,
        message: `Link ${link.name} probes a gateway, but there is no Service ${name}`,
        ...(isLegacy && {
          why: `The legacy controller dials \`${name}\` and finds no such name: every probe fails, and a gateway that never answered is never taken out of service.`,
          fix: `add Service \`${name}\`, which \`linkerd multicluster link\` prints beside the controller`,
        }),
        ...(source.symbols.services.length === 0 && unseen(source, controller)),
      });
    }
  },
});

/** What is told where the files hold no Service at all: a dump of some kinds, or a render, which holds the account too. */
function unseen(source: ClusterView, controller: WorkloadSymbol | undefined): Partial<Finding> {
  const account = controller?.serviceAccountName?.value ?? '';
  if (accountNamed(source, controller?.namespace ?? '', account) !== undefined)
    return { severity: 'warning' };
  return { severity: 'info', fix: `add the Services of ${source.name} to the check` };
}
