import type { ServiceSymbol } from '../../../symbols/kinds/service.js';
import type { WorkloadSymbol } from '../../../symbols/kinds/workload.js';
import type { ClusterView } from '../../cluster-view.js';
import { related } from '../../report.js';
import { rule } from '../../rule.js';
import { chartTemplate } from '../../upstream.js';

/** Behind a gateway Service stand pods whose proxies are gateways. */
export const gatewayUnbacked = rule('GATEWAY_UNBACKED', {
  reach: 'cluster',
  about: 'gateways',
  group: 'address',
  severity: 'error',
  fix: 'let the chart render the gateway; only proxies with `config.linkerd.io/enable-gateway: "true"` send on to Services',
  source: chartTemplate('gateway.yaml'),
  symptoms: [
    'connection refused by the gateway',
    'the gateway answers 404',
    'a gateway Service without endpoints',
  ],
  check(fleet, report) {
    for (const view of fleet.clusters) {
      for (const gateway of view.gateways) {
        if (Object.keys(gateway.selector).length === 0) continue;
        const pods = podsBehind(view, gateway);
        const [first] = pods;
        if (first === undefined) {
          // without its pods in the files only a guess
          if (!view.hasExtension) continue;
          report({
            at: gateway,
            severity: 'warning',
            message: `no workload among the files has pods that Service ${gateway.name} selects`,
          });
          continue;
        }
        if (pods.every(({ replicas }) => replicas?.value === 0)) {
          report({
            at: first,
            field: first.replicas,
            severity: 'warning',
            message: `${first.kind} ${first.name} of the gateway has no pods: \`replicas\` is 0`,
            fix: 'give it a replica, unless something else scales it',
            related: [related(gateway, gateway, `gateway Service ${gateway.name} selects its pods`)],
          });
        }
        const lacking = lackOf(view, first);
        if (lacking === undefined) continue;
        report({
          at: first,
          message: `the pods of ${first.kind} ${first.name} ${lacking}`,
          related: [related(gateway, gateway, `gateway Service ${gateway.name} selects them`)],
        });
      }
    }
  },
});

function podsBehind({ symbols }: ClusterView, { selector, namespace }: ServiceSymbol): WorkloadSymbol[] {
  return symbols.workloads.filter(
    (workload) =>
      workload.kind !== 'Job' &&
      workload.namespace === namespace &&
      Object.entries(selector).every(([key, value]) => workload.podLabels[key] === value),
  );
}

/** What keeps the pods from being gateways: no proxy, or a proxy that is none. A namespace may set either. */
function lackOf({ symbols }: ClusterView, { podAnnotations, namespace }: WorkloadSymbol): string | undefined {
  const given = symbols.namespaces.find(({ name }) => name === namespace)?.annotations ?? {};
  const setting = (key: string) => podAnnotations[key] ?? given[key];
  const inject = setting('linkerd.io/inject');
  if (inject !== 'enabled' && inject !== 'ingress') {
    return inject === 'disabled' || namespaceIsKnown(symbols.namespaces, namespace)
      ? 'get no proxy: annotation linkerd.io/inject is not `enabled`'
      : undefined;
  }
  return setting('config.linkerd.io/enable-gateway') === 'true'
    ? undefined
    : 'are no gateways: annotation config.linkerd.io/enable-gateway is not "true"';
}

function namespaceIsKnown(
  namespaces: readonly { readonly name: string }[],
  name: string | undefined,
): boolean {
  return namespaces.some((each) => each.name === name);
}
