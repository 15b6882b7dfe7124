import type { LinkView } from './link-view.js';
import { canSelect } from '../../symbols/label-selector.js';
import { createdAt, type GivenLink, type Inventory } from './inventory.js';

/** True when some Service is given that is not Linkerd's own, nor that of an extension. */
function hasServices({ services }: Inventory): boolean {
  return [...services.values()].some(({ service: { metadata } }) =>
    Object.keys(metadata.labels).every((key) => !/^linkerd\.io\/(?:extension|control-plane-ns)$/.test(key)),
  );
}

/** What the manifests do not tell of one source cluster. */
export function unknownFacts(
  fleet: { readonly targetOf: (link: GivenLink) => Inventory | undefined },
  source: Inventory,
  views: readonly LinkView[],
): readonly string[] {
  const facts: string[] = [];
  for (const link of source.links) {
    const { targetClusterName = '' } = link.spec;
    if (fleet.targetOf(link) === undefined) {
      facts.push(
        targetClusterName === ''
          ? `Link ${link.name}: it has no \`targetClusterName\`, and no manifests of a cluster ${link.name} are given`
          : `Link ${link.name}: no manifests of cluster ${targetClusterName} are given`,
      );
    } else if (!source.controllers.has(link.name)) {
      facts.push(`Link ${link.name}: no controller of it is given; taken to run with the chart's defaults`);
    } else if (source.idle.has(link.name)) {
      facts.push(`Link ${link.name}: its controller has no pods, as \`replicas\` is 0; taken to run`);
    }
  }
  const federating = views.filter(({ link }) => canSelect(link.spec.federatedServiceSelector));
  const [oldest] = federating;
  if (oldest !== undefined && federating.length > 1 && createdAt(oldest.link) === '') {
    facts.push(
      `no manifest tells which Link is oldest, and a federated Service has its labels and ports; taken to be ${oldest.link.name}, the first by name`,
    );
  }
  for (const view of views) {
    const { link, target } = view;
    const but = target.services.size === 0 ? '' : ' but those of Linkerd itself';
    if (!hasServices(target)) facts.push(`Link ${link.name}: no Services of ${target.name} are given${but}`);
    const address = link.spec.gatewayAddress ?? '';
    if (/[A-Za-z]/.test(address) && !address.includes(':')) {
      facts.push(`Link ${link.name}: ${address} is taken to resolve; names are not looked up`);
    }
  }
  return facts;
}
