import type { DnsName } from '../../../symbols/dns-names.js';
import type { ObjectSymbol } from '../../../symbols/object.js';
import type { ClusterView } from '../../cluster-view.js';
import { mirroredBy } from '../../exports.js';
import type { Edge, Fleet } from '../../fleet.js';
import { cannotTell } from '../../missing-fact.js';
import { related } from '../../report.js';
import { rule } from '../../rule.js';
import { clusterWatcher } from '../../upstream.js';

/** A mirror that configuration calls by name comes from an exported Service of the target. */
export const mirrorUnresolved = rule('MIRROR_UNRESOLVED', {
  group: 'exports',
  severity: 'warning',
  reach: 'links',
  fix: 'label the Service in the target with `mirror.linkerd.io/exported: "true"`',
  source: clusterWatcher,
  symptoms: ['no such host …svc.cluster.local', 'metrics or logs of one cluster are missing'],
  check(fleet, report) {
    for (const source of fleet.clusters) {
      const edges = edgesOf(fleet).get(source);
      if (edges === undefined) continue;
      for (const { at, name } of callsOf(source)) {
        const edge = edgeNamed(name.service, edges);
        if (edge === undefined || source.services.has(`${name.namespace}/${name.service}`)) continue;
        const original = name.service.slice(0, -edge.targetName.length - 1);
        if (edge.target === undefined) {
          report.unknown(cannotTell.target, source.name);
          continue;
        }
        const service = edge.target.services.get(`${name.namespace}/${original}`);
        if (service === undefined) {
          report.unknown(cannotTell.exports, edge.target.name);
          continue;
        }
        if (
          mirroredBy(edge).some(
            (each) => each.service === service && each.modes.some((mode) => mode !== 'federated'),
          )
        )
          continue;
        report({
          at,
          field: name,
          link: edge.label,
          message: `${name.service}.${name.namespace} is called here, and ${edge.target.name} does not export ${original}`,
          related: [
            related(service, service, `Service ${original} is not selected by Link ${edge.link.name}`),
          ],
        });
      }
    }
  },
});

function callsOf(view: ClusterView): { readonly at: ObjectSymbol; readonly name: DnsName }[] {
  return [...view.symbols.configs, ...view.symbols.workloads].flatMap((at) =>
    at.dnsNames.map((name) => ({ at, name })),
  );
}

const bySource = new WeakMap<Fleet, ReadonlyMap<ClusterView, ReadonlyMap<string, Edge>>>();

function edgesOf(fleet: Fleet): ReadonlyMap<ClusterView, ReadonlyMap<string, Edge>> {
  const known = bySource.get(fleet);
  if (known !== undefined) return known;
  const edges = new Map<ClusterView, Map<string, Edge>>();
  for (const edge of fleet.edges) {
    const named = edges.get(edge.source);
    if (named === undefined) edges.set(edge.source, new Map([[edge.targetName, edge]]));
    else named.set(edge.targetName, edge);
  }
  bySource.set(fleet, edges);
  return edges;
}

/** The Link whose target's name ends the Service's; the longest. */
function edgeNamed(service: string, edges: ReadonlyMap<string, Edge>): Edge | undefined {
  for (let at = service.indexOf('-'); at >= 0; at = service.indexOf('-', at + 1)) {
    const edge = edges.get(service.slice(at + 1));
    if (edge !== undefined) return edge;
  }
  return undefined;
}
