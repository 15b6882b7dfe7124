import type { Diagnostic } from '../diagnostics/diagnostic.js';
import { hasErrors } from '../diagnostics/diagnostic.js';
import { sortDiagnostics } from '../diagnostics/order.js';
import { applicationSet } from '../argocd/application-set.js';
import { ProjectNeeds } from '../argocd/app-project.js';
import { loadConfig } from '../config/load-config.js';
import type { Manifest } from '../manifests/manifest.js';
import { toYamlDocuments } from '../manifests/serialize.js';
import { openOutput, type Output, type OutputSummary } from '../output/output.js';
import { resolveRelease } from '../releases/resolve-release.js';
import { deriveFleet } from '../topology/derive-fleet.js';
import type { Fleet } from '../topology/fleet.js';
import { groupBy } from '../topology/group-by.js';
import { headerFor } from './header.js';
import { renderCluster } from './render-cluster.js';

/** What a run of `synth` is asked to do. */
export interface SynthOptions {
  /** Folder of `fleet.yaml` and the values files. */
  readonly config: string;
  /** Output folder. */
  readonly out: string;
  /** Writes nothing and tells what differs. */
  readonly check: boolean;
  /** Names whose removal is meant. */
  readonly allowRemove: readonly string[];
}

/** How a run of `synth` ended. */
export interface SynthResult {
  readonly diagnostics: readonly Diagnostic[];
  readonly clusters: number;
  readonly links: number;
  readonly objects: number;
  /** Absent when nothing was written for an error. */
  readonly files?: OutputSummary;
}

/**
 * The whole way from the configuration folder to the output folder, all or nothing.
 *
 * Clusters stream: each is rendered, checked, staged and dropped before the next. Nothing goes live while an
 * error stands.
 */
export function synthFleet(options: SynthOptions): SynthResult {
  const loaded = loadConfig(options.config);
  if (loaded.config === undefined) return nothingWritten(loaded.diagnostics);
  const derived = deriveFleet(loaded.config);
  const { release, diagnostics: releaseDiagnostics } = resolveRelease(loaded.config.fleet.linkerd.release);
  const place = { ...loaded.config.placeOf(['linkerd', 'release']), path: 'linkerd.release' };
  const diagnostics: Diagnostic[] = [
    ...loaded.diagnostics,
    ...derived.diagnostics,
    ...releaseDiagnostics.map((diagnostic) => ({ ...diagnostic, ...place })),
  ];
  const { fleet } = derived;
  if (fleet === undefined || release === undefined || hasErrors(diagnostics))
    return nothingWritten(diagnostics);

  const opened = openOutput({ outDir: options.out, check: options.check });
  diagnostics.push(...opened.diagnostics);
  const { output } = opened;
  if (output === undefined) return nothingWritten(diagnostics);
  const header = headerFor(loaded.config.placeOf([]).file ?? 'fleet.yaml');
  const counts = { clusters: fleet.clusters.length, links: fleet.links.length, objects: 0 };
  const needs = new ProjectNeeds();
  const linksOf = groupBy(fleet.links, (link) => link.source);
  const clusters = new Map(fleet.clusters.map((cluster) => [cluster.name, cluster]));
  for (const cluster of fleet.clusters) {
    const rendered = renderCluster(cluster, {
      fleet,
      release,
      links: linksOf.get(cluster.name) ?? [],
      clusterOf: (name) => clusters.get(name) ?? cluster,
    });
    diagnostics.push(...rendered.diagnostics.map((diagnostic) => ({ cluster: cluster.name, ...diagnostic })));
    for (const { file, manifests } of rendered.files) {
      counts.objects += manifests.length;
      needs.add(cluster.argocdName, cluster.namespace, manifests);
      output.add(`clusters/${cluster.argocdName}/${file}`, toYamlDocuments(header, manifests));
    }
  }
  counts.objects += addArgocd(fleet, output, needs, header);

  if (hasErrors(diagnostics)) {
    output.abort();
    return { ...counts, diagnostics: sortDiagnostics(diagnostics) };
  }
  const finished = output.finish();
  diagnostics.push(...finished.diagnostics);
  return { ...counts, diagnostics: sortDiagnostics(diagnostics), files: finished.files };
}

/** Adds Argo CD's own objects, if the fleet speaks of Argo CD; tells how many. */
function addArgocd(fleet: Fleet, output: Output, needs: ProjectNeeds, header: string): number {
  const { argocd } = fleet;
  if (argocd === undefined) return 0;
  const namespace = fleet.clusters[0]?.namespace ?? 'linkerd-multicluster';
  const files: [string, Manifest][] = [
    ['argocd/applicationset.yaml', applicationSet({ argocd, output: fleet.output, namespace })],
  ];
  if (argocd.createProject) files.push(['argocd/appproject.yaml', needs.project(argocd, fleet.name)]);
  for (const [path, manifest] of files) output.add(path, toYamlDocuments(header, [manifest], 'sorted'));
  return files.length;
}

function nothingWritten(diagnostics: readonly Diagnostic[]): SynthResult {
  return { diagnostics: sortDiagnostics(diagnostics), clusters: 0, links: 0, objects: 0 };
}
