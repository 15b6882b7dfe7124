import { argocdFiles } from '../argocd/argocd-files.js';
import { ProjectNeeds } from '../argocd/app-project.js';
import { hasErrors, type Diagnostic } from '../diagnostics/diagnostic.js';
import { sortDiagnostics } from '../diagnostics/order.js';
import { toYamlDocuments } from '../manifests/serialize.js';
import { openOutput, type Difference, type OutputResult } from '../output/output.js';
import { headerFor } from './header.js';
import { FleetLinker } from './link-fleet.js';
import { openFleet } from './open-fleet.js';
import { renderFleet } from './render-fleet.js';

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
  readonly files?: OutputResult['files'];
  /** Files that differed from what stood in the output folder. */
  readonly differences: readonly Difference[];
}

/**
 * The whole way from the configuration folder to the output folder, all or nothing.
 *
 * Clusters stream: each is rendered, checked, staged and dropped before the next. Nothing goes live while an
 * error stands.
 */
export function synthFleet(options: SynthOptions): SynthResult {
  const { opened, diagnostics: found } = openFleet(options.config);
  if (opened === undefined) return nothingWritten(found);
  const { output, diagnostics: outputDiagnostics } = openOutput({
    outDir: options.out,
    check: options.check,
  });
  const diagnostics = [...found, ...outputDiagnostics];
  if (output === undefined) return nothingWritten(diagnostics);

  const { fleet, config } = opened;
  const header = headerFor(config.placeOf([]).file ?? 'fleet.yaml');
  const counts = { clusters: fleet.clusters.length, links: fleet.links.length, objects: 0 };
  const needs = new ProjectNeeds();
  const linker = new FleetLinker(opened);
  for (const { cluster, files, pages, diagnostics: ofCluster } of renderFleet(opened)) {
    diagnostics.push(...ofCluster);
    const placed = files.map(({ file, manifests }) => ({
      path: `clusters/${cluster.argocdName}/${file}`,
      manifests,
    }));
    linker.addCluster(cluster, placed);
    for (const { path, manifests } of placed) {
      counts.objects += manifests.length;
      needs.add(cluster.argocdName, cluster.namespace, manifests);
      output.add(path, toYamlDocuments(header, manifests));
    }
    for (const { file, text } of pages) output.add(`clusters/${cluster.argocdName}/${file}`, text);
  }
  const forArgocd = argocdFiles(fleet, needs);
  linker.addArgocd(forArgocd);
  for (const { path, manifest } of forArgocd) {
    counts.objects++;
    output.add(path, toYamlDocuments(header, [manifest], 'sorted'));
  }
  diagnostics.push(...linker.findings('warning'));

  if (hasErrors(diagnostics)) {
    output.abort();
    return { ...counts, differences: [], diagnostics: sortDiagnostics(diagnostics) };
  }
  const finished = output.finish();
  diagnostics.push(...finished.diagnostics);
  return {
    ...counts,
    diagnostics: sortDiagnostics(diagnostics),
    files: finished.files,
    differences: finished.differences,
  };
}

function nothingWritten(diagnostics: readonly Diagnostic[]): SynthResult {
  return {
    diagnostics: sortDiagnostics(diagnostics),
    clusters: 0,
    links: 0,
    objects: 0,
    differences: [],
  };
}
