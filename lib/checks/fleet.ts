import type { ClusterSymbols } from '../symbols/cluster-symbols.js';
import { byCodeUnits } from '../diagnostics/order.js';
import type { ApplicationSymbol, ArgocdClusterSymbol, ProjectSymbol } from '../symbols/kinds/argocd.js';
import type { SettingsSymbol } from '../symbols/kinds/argocd-settings.js';
import type { LinkSymbol } from '../symbols/kinds/link.js';
import { portNamed, type ServiceSymbol } from '../symbols/kinds/service.js';
import type { WorkloadSymbol } from '../symbols/kinds/workload.js';
import type { ClusterView } from './cluster-view.js';
import { factsFinder, type FleetFacts } from './facts.js';
import { meantGateway } from './meant-gateway.js';
import { OwnEnd } from './own-end.js';
import { type DeducedTarget, targetByAccount } from './target-by-account.js';
import { viewOf } from './view-of.js';

/** A Link with what stands at its ends; absent parts are undefined, never guessed. */
export interface Edge {
  /** `source → target`, the target as the Link calls it. */
  readonly label: string;
  readonly source: ClusterView;
  readonly link: LinkSymbol;
  /** The target's name: `targetClusterName`, or the Link's own name where it has none. */
  readonly targetName: string;
  /** The target among the given clusters. */
  readonly target?: ClusterView;
  /** True when only the name of an account tells the target. */
  readonly isDeduced?: boolean;
  /** The target's gateway Service; where it renders several, the one that `meantGateway` finds. */
  readonly gateway?: ServiceSymbol;
  /** Controllers in the source that serve this Link. */
  readonly controllers: readonly WorkloadSymbol[];
  /** Service `probe-<Link>` that the controller dials. */
  readonly probeService?: ServiceSymbol;
  /** True when the Link mirrors through a gateway: it has an address. */
  readonly hasGateway: boolean;
  /** True when the Link carries a selector of flat or federated mode. */
  readonly isDirect: boolean;
}

/** The whole fleet as rules see it. */
export interface Fleet {
  /** Clusters by name, sorted. */
  readonly clusters: readonly ClusterView[];
  /** The view of the cluster with this given name. */
  readonly view: (name: string) => ClusterView | undefined;
  readonly edges: readonly Edge[];
  /** Links of a cluster, by its given name. */
  readonly edgesFrom: ReadonlyMap<string, readonly Edge[]>;
  /** Links to a cluster, by its given name. */
  readonly edgesTo: ReadonlyMap<string, readonly Edge[]>;
  /** Applications and ApplicationSets, wherever they were found. */
  readonly applications: readonly ApplicationSymbol[];
  readonly projects: readonly ProjectSymbol[];
  /** Clusters that Argo CD knows. */
  readonly argocdClusters: readonly ArgocdClusterSymbol[];
  readonly argocdSettings: readonly SettingsSymbol[];
  readonly facts: FleetFacts;
  /** Links, by their label, whose target was deduced by a convention, with the name of the target. */
  readonly deduced: ReadonlyMap<string, string>;
}

/** Joins the symbols of all clusters: every Link finds its target, gateway, controller and probe Service. */
export function fleetOf(
  all: readonly ClusterSymbols[],
  facts: FleetFacts = {},
  argocd?: ClusterSymbols,
): Fleet {
  const factsOf = factsFinder(facts);
  return fleetOfViews(
    all.map((symbols) => viewOf(symbols, facts, factsOf(symbols.name))),
    facts,
    argocd,
  );
}

/** Joins views of clusters, in any order, to a fleet. */
export function fleetOfViews(
  all: readonly ClusterView[],
  facts: FleetFacts,
  argocd: ClusterSymbols | undefined,
): Fleet {
  const clusters = [...all].sort((a, b) => byCodeUnits(a.name, b.name));
  const views = new Map(clusters.map((view) => [view.name, view]));
  const targets = targetFinder(clusters, views, facts);
  const edges = clusters.flatMap((source) =>
    source.symbols.links.map((link) => new JoinedEdge(source, link, targets)),
  );
  const edgesFrom = new Map<string, Edge[]>();
  const edgesTo = new Map<string, Edge[]>();
  const deduced = new Map<string, string>();
  const note = (map: Map<string, Edge[]>, name: string, edge: Edge) => {
    const known = map.get(name);
    if (known === undefined) map.set(name, [edge]);
    else known.push(edge);
  };
  for (const edge of edges) {
    note(edgesFrom, edge.source.name, edge);
    if (edge.target !== undefined) note(edgesTo, edge.target.name, edge);
    if (edge.target !== undefined && edge.isDeduced) deduced.set(edge.label, edge.target.name);
  }
  return {
    clusters,
    view: (name) => views.get(name),
    edges,
    edgesFrom,
    edgesTo,
    applications: [...(argocd?.applications ?? []), ...clusters.flatMap((view) => view.symbols.applications)],
    projects: [...(argocd?.projects ?? []), ...clusters.flatMap((view) => view.symbols.projects)],
    argocdClusters: [
      ...(argocd?.argocdClusters ?? []),
      ...clusters.flatMap((view) => view.symbols.argocdClusters),
    ],
    argocdSettings: [
      ...(argocd?.argocdSettings ?? []),
      ...clusters.flatMap((view) => view.symbols.argocdSettings),
    ],
    facts,
    deduced,
  };
}

class JoinedEdge extends OwnEnd implements Edge {
  readonly target: ClusterView | undefined;
  readonly isDeduced: boolean;
  readonly gateway: ServiceSymbol | undefined;

  constructor(source: ClusterView, link: LinkSymbol, find: TargetFinder) {
    super(source, link);
    const found = find(this.targetName, source, link);
    this.target = found?.target;
    this.isDeduced = found?.isCertain === false;
    this.gateway = this.target && meantGateway(link, this.target.gateways);
  }
}

type TargetFinder = (name: string, source: ClusterView, link: LinkSymbol) => DeducedTarget | undefined;

/**
 * Finds the given cluster that a Link means: by its name, by the name the fleet's facts give it, else by its gateway,
 * else by the account that is named after the source.
 *
 * By gateway only if the Link's two ports are the two node ports of one gateway in the fleet, and of no other:
 * then nothing compared later can differ because of the guess.
 */
function targetFinder(
  clusters: readonly ClusterView[],
  views: ReadonlyMap<string, ClusterView>,
  facts: FleetFacts,
): TargetFinder {
  const byNodePorts = new Map<string, ClusterView | null>();
  for (const view of clusters) {
    for (const gateway of view.gateways) {
      const gate = portNamed(gateway, 'mc-gateway')?.nodePort?.value;
      const probe = portNamed(gateway, 'mc-probe')?.nodePort?.value;
      if (gate === undefined || probe === undefined) continue;
      const key = `${gate}/${probe}`;
      byNodePorts.set(key, byNodePorts.has(key) ? null : view);
    }
  }
  const byAccount = targetByAccount(clusters, facts);
  return (name, source, link) => {
    const alias = facts.clusters?.[name]?.argocdName;
    const named = (alias === undefined ? undefined : views.get(alias)) ?? views.get(name);
    if (named !== undefined) return { target: named, isCertain: true };
    const gate = byNodePorts.get(`${link.gatewayPort?.value ?? ''}/${link.probePort?.value ?? ''}`);
    if (gate !== undefined && gate !== null && gate !== source) return { target: gate, isCertain: true };
    return byAccount(source, link);
  };
}
