import { argocdFiles } from '../argocd/argocd-files.js';
import { ProjectNeeds } from '../argocd/app-project.js';
import { hasErrors, type Diagnostic } from '../diagnostics/diagnostic.js';
import { sortDiagnostics } from '../diagnostics/order.js';
import { inventoryOf } from '../guards/inventory.js';
import { removalGuard, type RemovalGuard } from '../guards/removal.js';
import type { Manifest } from '../manifests/manifest.js';
import { toYamlDocuments } from '../manifests/serialize.js';
import { openOutput, type Difference, type Output, type OutputResult } from '../output/output.js';
import { loadSchemas } from '../schemas/load.js';
import { fileDiagnostics } from './file-guards.js';
import { headerFor } from './header.js';
import { FleetLinker } from './link-fleet.js';
import { openFleet, type OpenedFleet } from './open-fleet.js';
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
export async function synthFleet(options: SynthOptions): Promise<SynthResult> {
  const { opened, diagnostics: found } = openFleet(options.config);
  if (opened === undefined) return { ...nothing, diagnostics: sortDiagnostics(found) };
  const guard = removalGuard(options.allowRemove);
  const { output, diagnostics: outputDiagnostics } = openOutput({
    outDir: options.out,
    check: options.check,
    onPrevious: guard.previous,
  });
  const diagnostics = [...found, ...outputDiagnostics];
  if (output === undefined) return { ...nothing, diagnostics: sortDiagnostics(diagnostics) };

  const run = new SynthRun(opened, output, guard, diagnostics);
  await run.addClusters();
  await run.addArgocd();
  run.link();

  const counts = {
    clusters: opened.fleet.clusters.length,
    links: opened.fleet.links.length,
    objects: run.objects,
  };
  if (hasErrors(diagnostics)) {
    output.abort();
    return { ...nothing, ...counts, diagnostics: sortDiagnostics(diagnostics) };
  }
  const { diagnostics: writing, files, differences } = output.finish((owned) => guard.finish(owned));
  const all = sortDiagnostics([...diagnostics, ...writing]);
  // with --check a stale file is an error, and what differs is still told
  const isWritten = options.check || !hasErrors(writing);
  return { ...counts, diagnostics: all, differences, ...(isWritten && { files }) };
}

const nothing = { clusters: 0, links: 0, objects: 0, differences: [] } as const;

/** One run over an opened fleet: what streams by and what is kept of it. */
class SynthRun {
  objects = 0;
  readonly #needs = new ProjectNeeds();
  readonly #linker: FleetLinker;
  readonly #header: string;

  constructor(
    readonly opened: OpenedFleet,
    readonly output: Output,
    readonly guard: RemovalGuard,
    readonly diagnostics: Diagnostic[],
  ) {
    this.#linker = new FleetLinker(opened);
    this.#header = headerFor(opened.config.placeOf([]).file ?? 'fleet.yaml');
  }

  async addClusters(): Promise<void> {
    for (const { cluster, files, pages, diagnostics } of renderFleet(this.opened)) {
      this.diagnostics.push(...diagnostics);
      const folder = `clusters/${cluster.argocdName}`;
      const placed = files.map(({ file, manifests }) => ({ path: `${folder}/${file}`, manifests }));
      this.#linker.addCluster(cluster, placed);
      this.guard.add(
        inventoryOf(
          cluster.argocdName,
          placed.flatMap(({ manifests }) => manifests),
        ),
      );
      for (const { path, manifests } of placed) {
        this.#needs.add(cluster.argocdName, cluster.namespace, manifests);
        await this.#addManifests(path, manifests);
      }
      for (const { file, text } of pages) this.#addText(`${folder}/${file}`, [], text);
    }
  }

  async addArgocd(): Promise<void> {
    const files = argocdFiles(this.opened.fleet, this.#needs);
    this.#linker.addArgocd(files);
    for (const { path, manifest } of files) await this.#addManifests(path, [manifest]);
  }

  link(): void {
    this.diagnostics.push(...this.#linker.findings('warning'));
  }

  async #addManifests(path: string, manifests: readonly Manifest[]): Promise<void> {
    this.objects += manifests.length;
    await loadSchemas(manifests);
    this.#addText(path, manifests, toYamlDocuments(this.#header, manifests));
  }

  #addText(path: string, manifests: readonly Manifest[], text: string): void {
    this.diagnostics.push(...fileDiagnostics(path, manifests, text));
    this.output.add(path, text);
  }
}
