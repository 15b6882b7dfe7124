import type { LinkView } from './link-view.js';
import { canSelect } from '../label-selector.js';
import { createdAt, type GivenLink, type Inventory } from './inventory.js';

/** Gateway mirrors from which on a repair outlasts the minute between two of them (section 9). */
const mirrorsPerMinute = 300;

function gatewayMirrors({ target, isExported, isFlat }: LinkView): number {
  let count = 0;
  for (const { service } of target.services.values()) {
    const { labels } = service.metadata;
    if (isExported(labels) && !isFlat(labels)) count += 1;
  }
  return count;
}

/** What the manifests do not tell of one source cluster, and what they promise for its speed. */
export function unknownFacts(
  fleet: { readonly targetOf: (link: GivenLink) => Inventory | undefined },
  source: Inventory,
  views: readonly LinkView[],
): readonly string[] {
  const facts: string[] = [];
  for (const link of source.links) {
    const name = link.spec.targetClusterName ?? link.name;
    if (fleet.targetOf(link) === undefined)
      facts.push(`Link ${link.name}: no manifests of cluster ${name} are given`);
    else if (!source.controllers.has(link.name)) {
      facts.push(`Link ${link.name}: no controller of it is given; taken to run with the chart's defaults`);
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
    if (target.services.size === 0) facts.push(`Link ${link.name}: no Services of ${target.name} are given`);
    const address = link.spec.gatewayAddress ?? '';
    if (/[A-Za-z]/.test(address) && !address.includes(':')) {
      facts.push(`Link ${link.name}: ${address} is taken to resolve; names are not looked up`);
    }
    const count = gatewayMirrors(view);
    if (count >= mirrorsPerMinute) {
      const minutes = Math.ceil((count * 0.6) / 60);
      facts.push(
        `Link ${link.name}: ${count} gateway mirrors take about ${minutes} minutes at a start, and a repair outlasts its minute, so changes come through late (extrapolated)`,
      );
    }
  }
  return facts;
}
