import type { ClusterConfig } from '../config/cluster-config.js';
import type { LoadedConfig } from '../config/loaded-config.js';
import { defaultOutput } from '../config/written-output.js';
import type { Diagnostic } from '../diagnostics/diagnostic.js';
import { byCodeUnits } from '../diagnostics/order.js';
import { accountNames } from './account-names.js';
import { accessAccountName } from './access-accounts.js';
import { argocdOf } from './argocd.js';
import { credentialClashes } from './credential-clashes.js';
import { contradictionsOf } from './contradictions.js';
import { deriveCluster } from './derive-cluster.js';
import { deriveLink } from './derive-link.js';
import { expandTopology } from './expand.js';
import type { Fleet, Gateway, Link } from './fleet.js';
import { groupBy } from './group-by.js';
import { monitorsWithoutScraper } from './monitors-without-scraper.js';
import { TargetGateways } from './target-gateways.js';
import { ValueLayers } from './value-layers.js';

const noLinks: readonly Link[] = [];

/**
 * The whole fleet from its configuration: Links expanded, every default and derivation applied.
 *
 * Absent when an error forbids it. Reports the codes of `lib/diagnostics/codes/fleet.ts`.
 */
export function deriveFleet(config: LoadedConfig): { fleet?: Fleet; diagnostics: Diagnostic[] } {
  const { fleet } = config;
  const names = Object.keys(fleet.clusters).sort(byCodeUnits);
  const entryOf = (name: string): ClusterConfig => fleet.clusters[name] ?? {};
  const argocdNameOf = (name: string): string => entryOf(name).argocdName ?? name;
  const edges = expandTopology(fleet.topology ?? [], names);

  const gateways = new TargetGateways(config, edges);
  const sources = new Set(edges.map(({ source }) => source));
  const diagnostics: Diagnostic[] = [...gateways.diagnostics, ...monitorsWithoutScraper(config, sources)];
  const gatewayOf = (name: string): Gateway | undefined => gateways.of(name);
  const accounts = new Map(names.map((name) => [name, accessAccountName(argocdNameOf(name))]));
  diagnostics.push(...accountNames(config, sources));
  const links = edges.map((edge) => {
    const derived = deriveLink(edge, config, accounts.get(edge.source) ?? '');
    diagnostics.push(...derived.diagnostics);
    return derived.link;
  });
  diagnostics.push(...credentialClashes(edges, links, config));

  const outgoing = groupBy(links, (link) => link.source);
  const incoming = groupBy(links, (link) => link.target);
  const clusters = names.map((name) => {
    const layers = ValueLayers.of(config, name);
    const entry = entryOf(name);
    diagnostics.push(...contradictionsOf(config, name, entry, layers));
    const derived = deriveCluster({
      name,
      entry,
      config,
      layers,
      argocdName: argocdNameOf(name),
      outgoing: outgoing.get(name) ?? noLinks,
      incoming: incoming.get(name) ?? noLinks,
      gatewayOf,
    });
    diagnostics.push(...derived.diagnostics);
    return derived.cluster;
  });

  if (diagnostics.some((d) => d.severity === 'error')) return { diagnostics };
  return {
    fleet: {
      name: fleet.name,
      release: fleet.linkerd.release,
      clusters,
      links,
      output: fleet.output ?? defaultOutput,
      ...(fleet.argocd !== undefined && { argocd: argocdOf(fleet.argocd, fleet.name) }),
      delivery: { waves: fleet.delivery?.waves ?? false, keep: fleet.delivery?.keep ?? [] },
      monitoring: {
        labels: fleet.monitoring?.labels ?? {},
        interval: fleet.monitoring?.interval ?? '30s',
      },
      suppress: fleet.suppress ?? [],
    },
    diagnostics,
  };
}
