import { argocdFiles, clustersPage } from '../argocd/argocd-files.js';
import { ProjectNeeds } from '../argocd/app-project.js';
import { keptNothing } from '../argocd/kept-kinds.js';
import { hasErrors, type Diagnostic, type Severity } from '../diagnostics/diagnostic.js';
import type { DigestTable, FileFailure } from '../files/file-batch.js';
import type { FileBytes } from '../files/file-batcher.js';
import { FileSink } from '../files/file-sink.js';
import type { FileText } from '../manifests/file-text.js';
import type { Manifest } from '../manifests/manifest.js';
import type { Cluster } from '../topology/fleet.js';
import { FileStages } from './file-stages.js';
import { headerFor } from './header.js';
import { FleetLinker } from './link-fleet.js';
import type { OpenedFleet } from './open-fleet.js';
import { renderFleet } from './render-fleet.js';
import { suspectDiagnostics } from './suspect-files.js';
import { unmeasured, type InStage, type Stage } from './stages.js';

/** Who wants to see what streams by. */
export interface CompileListener {
  /** Is shown all objects of a cluster; its files may come later. */
  readonly onCluster?: (cluster: Cluster, manifests: readonly Manifest[]) => void;
  /** Is shown each file that belongs into the output folder, when `sink` has just taken it in. */
  readonly onFile?: (path: string, bytes: FileBytes, file: FileText) => void;
  /** Looks for secrets in the files. @default one that does nothing else */
  readonly sink?: FileSink;
  /** Is told after each cluster how many of all are rendered; true ends the run there. */
  readonly onDone?: (done: number, total: number) => Promise<boolean>;
  /** Is told when a region is linked, and little is kept of it. */
  readonly onRegion?: () => void;
  /** Is told when all clusters are done and the linker looks at the whole of them. */
  readonly onLink?: () => void;
  /** The mildest finding of the linker that will be asked for. @default info */
  readonly severity?: Severity;
  /** Does the work of each stage. @default does it, and nothing else */
  readonly inStage?: InStage;
}

/** What is left of a fleet when all of it has streamed by. */
export interface CompiledFleet {
  /** What charts, schemas and leak guard found; the linker's findings are asked for on their own. */
  readonly diagnostics: readonly Diagnostic[];
  readonly linker: FleetLinker;
  /** Number of objects. */
  readonly objects: number;
  /** Digests of the files, if the sink took them. */
  readonly digests?: DigestTable;
  /** Why the sink could not write a file. */
  readonly failure?: FileFailure;
  /** True when `onDone` ended the run before all clusters were done. */
  readonly isCutShort: boolean;
}

/**
 * Renders a fleet, some files at a time: they are checked, shown and dropped before the next ones are rendered.
 *
 * Reports what `renderFleet`, `diagnoseManifest`, `keptNothing` and `suspectDiagnostics` report.
 */
export async function compileFleet(
  opened: OpenedFleet,
  {
    onCluster,
    onFile,
    onDone,
    onRegion,
    onLink,
    sink,
    severity = 'info',
    inStage = unmeasured,
  }: CompileListener = {},
): Promise<CompiledFleet> {
  const diagnostics: Diagnostic[] = [];
  const files = sink ?? (await FileSink.open());
  const linker = new FleetLinker(opened, severity);
  const needs = new ProjectNeeds();
  const header = headerFor(opened.config.file ?? 'fleet.yaml');
  const stages = new FileStages({
    sink: files,
    header,
    inStage,
    report: (diagnostic) => diagnostics.push(diagnostic),
    onFile,
  });

  let done = 0;
  for (const item of eachInStage('render', renderFleet(opened), inStage)) {
    const { cluster, pages } = item;
    const folder = `clusters/${cluster.argocdName}`;
    const seen: Manifest[] = [];
    stages.begin(linker.collect(cluster));
    for (const { file, manifests } of eachInStage('render', item.files, inStage)) {
      needs.add(cluster.argocdName, cluster.namespace, manifests);
      if (onCluster !== undefined) for (const manifest of manifests) seen.push(manifest);
      const passing = stages.add(`${folder}/${file}`, manifests);
      if (passing !== undefined) await passing;
    }
    diagnostics.push(...item.diagnostics);
    for (const { file, text } of pages) stages.addPage(`${folder}/${file}`, text);
    stages.end();
    if (item.endsRegion) {
      await stages.pass();
      inStage('link', () => {
        linker.linkRegion();
      });
      onRegion?.();
    }
    onCluster?.(cluster, seen);
    done++;
    if ((await onDone?.(done, opened.fleet.clusters.length)) === true)
      return { diagnostics, linker, objects: stages.objects, isCutShort: true };
  }
  await stages.pass();
  // what was refused above leaves objects out
  if (!hasErrors(diagnostics))
    diagnostics.push(...keptNothing(opened.fleet.delivery.keep, needs.kinds, opened.config.placeOf));
  const forArgocd = argocdFiles(opened.fleet, needs);
  stages.begin();
  for (const { path, manifest } of forArgocd) await stages.add(path, [manifest]);
  const page = clustersPage(opened.fleet, header);
  if (page !== undefined) stages.addPage(page.path, page.text);
  stages.end();
  await stages.pass();
  const seen = files.end();
  // another thread may still be at the files
  onLink?.();
  inStage('link', () => {
    linker.link(forArgocd);
  });
  const { suspects, digests, failure } = await seen;
  diagnostics.push(...suspectDiagnostics(suspects));
  return {
    diagnostics,
    linker,
    objects: stages.objects,
    isCutShort: false,
    ...(digests !== undefined && { digests }),
    ...(failure !== undefined && { failure }),
  };
}

/** Items one by one, the making of each done in a stage. */
function eachInStage<T>(stage: Stage, items: Iterable<T>, inStage: InStage): Iterable<T> {
  return inStage === unmeasured ? items : measured(stage, items, inStage);
}

function* measured<T>(stage: Stage, items: Iterable<T>, inStage: InStage): Generator<T> {
  const each = items[Symbol.iterator]();
  for (;;) {
    const next = inStage(stage, () => each.next());
    if (next.done === true) return;
    yield next.value;
  }
}
