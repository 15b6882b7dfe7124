import { availableParallelism } from 'node:os';
import { hasErrors, type Diagnostic } from '../diagnostics/diagnostic.js';
import type { LoadedConfig } from '../config/loaded-config.js';
import { FileSink } from '../files/file-sink.js';
import { inventoryOf } from '../guards/inventory.js';
import { removalGuard } from '../guards/removal.js';
import type { Manifest } from '../manifests/manifest.js';
import type { OutputResult } from '../output/output-result.js';
import { openOutput } from '../output/output.js';
import { mergedAlike } from '../provenance/merge-alike.js';
import { placeInConfig } from '../provenance/place-in-config.js';
import type { Cluster } from '../topology/fleet.js';
import { compileFleet } from './compile-fleet.js';
import { openFleet } from './open-fleet.js';
import { RunMemory } from './run-memory.js';
import { unmeasured, type InStage } from './stages.js';

/** What a run of `synth` is asked to do. */
export interface SynthOptions {
  /** Folder of `fleet.yaml` and the values files, or a fleet from `defineFleet`. */
  readonly config: string | LoadedConfig;
  /** Output folder. @default the fleet's `output` */
  readonly out?: string | undefined;
  /** Writes nothing and tells what differs. */
  readonly check: boolean;
  /** Names whose removal is meant. */
  readonly allowRemove: readonly string[];
  /** Is told how many bytes the configuration is before any of it is parsed, where that is known by then. */
  readonly onRead?: (bytes: number) => void;
  /** Is told how many clusters and Links there are, and in how many regions, before the first is rendered. */
  readonly onOpen?: (size: number, regions: number) => void;
  /** Is told after each cluster how many of all are done; true ends the run, and nothing is written. */
  readonly onDone?: (done: number, total: number) => Promise<boolean>;
  /** Is told when a region is linked, and little is kept of it. */
  readonly onRegion?: () => void;
  /** Is told when the clusters are rendered and something else begins. */
  readonly onStage?: (doing: string) => void;
  /**
   * Script of the thread that a large fleet's files are looked at and written in, where there is more than one
   * processor. @default this thread
   */
  readonly thread?: string | undefined;
  /** Does the work of each stage, so that it can be measured. */
  readonly inStage?: InStage;
}

/** How a run of `synth` ended. */
export interface SynthResult {
  readonly diagnostics: readonly Diagnostic[];
  readonly clusters: number;
  readonly links: number;
  readonly objects: number;
  /** Output folder; absent when the fleet could not be read. */
  readonly out?: string;
  /** Absent when nothing was written for an error. */
  readonly files?: OutputResult['files'];
  /** True when `onDone` ended the run: the output is as it was. */
  readonly isCutShort?: boolean;
}

/** With fewer clusters and Links than this the files are done before another thread has started. */
const fewestForThread = 150;

/** Whether a fleet of so many clusters and Links has its files done by another thread, which wants a processor. */
function wantsThread(size: number): boolean {
  return size >= fewestForThread && availableParallelism() > 1;
}

/**
 * The whole way from the configuration folder to the output folder, all or nothing.
 *
 * Clusters stream: some are rendered, checked, staged and dropped before the next ones. Nothing goes live while an
 * error stands.
 */
export async function synthFleet(options: SynthOptions): Promise<SynthResult> {
  const { config } = options;
  // a fleet as code has no file whose content would tell that nothing changed
  const record = typeof config === 'string' ? new RunMemory({ ...options, config }) : undefined;
  const { inStage = unmeasured, onDone, onStage } = options;
  const unchanged = inStage('compare', () => record?.unchanged());
  if (unchanged !== undefined) return unchanged;
  const bytes = record?.inputBytes;
  if (bytes !== undefined) options.onRead?.(bytes);
  const { opened, diagnostics: found } = inStage('read', () => openFleet(config, record?.readText));
  if (opened === undefined) return { ...nothing, diagnostics: mergedAlike(found) };
  const { clusters, links } = opened.fleet;
  const size = clusters.length + links.length;
  record?.begin(size);
  const out = options.out ?? opened.fleet.output;
  const guard = removalGuard(options.allowRemove, { placeOf: opened.config.placeOf, out });
  const { output, diagnostics: outputDiagnostics } = openOutput({
    outDir: out,
    check: options.check,
    onPrevious: guard.previous,
  });
  if (output === undefined) return { ...nothing, diagnostics: mergedAlike([...found, ...outputDiagnostics]) };

  options.onOpen?.(size, opened.regions.length);
  const sink = await FileSink.open({
    digests: record?.wantsDigests ?? false,
    ...(options.thread !== undefined && wantsThread(size) && { thread: options.thread }),
  });
  const compiled = await compileFleet(opened, {
    // where nothing stands yet nothing can vanish
    ...(!output.isFirst && {
      onCluster: (cluster: Cluster, manifests: readonly Manifest[]) => {
        guard.add(inventoryOf(cluster.argocdName, manifests));
      },
    }),
    sink,
    onFile: (path, bytes) => {
      output.addFile(path, bytes, sink);
    },
    severity: 'warning',
    inStage,
    ...(onDone !== undefined && { onDone }),
    ...(options.onRegion !== undefined && { onRegion: options.onRegion }),
    onLink: () => {
      onStage?.('linking the fleet');
    },
  });
  if (compiled.isCutShort) {
    await sink.stop();
    output.abort();
    return { ...nothing, out, diagnostics: [], isCutShort: true };
  }
  const earlier = [...found, ...outputDiagnostics, ...compiled.diagnostics];
  const diagnostics = inStage('link', () =>
    placeInConfig(compiled.linker.findings(earlier), opened.config, out),
  );
  const sizes = {
    clusters: clusters.length,
    links: links.length,
    objects: compiled.objects,
  };
  const counts = { ...sizes, out };
  if (hasErrors(diagnostics)) {
    output.abort();
    return { ...nothing, ...counts, diagnostics: mergedAlike(diagnostics) };
  }
  onStage?.('putting files in place');
  if (compiled.failure !== undefined) output.fail(compiled.failure);
  const finish = () => output.finish((owned) => guard.finish(owned));
  const { diagnostics: writing, files } = inStage('write', finish);
  const all = mergedAlike([...diagnostics, ...writing]);
  // with --check a stale file is an error, and what differs is still told
  const isWritten = options.check || !hasErrors(writing);
  // without a diagnostic no path was refused, so the digests are of these
  if (isWritten && all.length === 0) record?.keep(sizes, output.paths, compiled.digests);
  return { ...counts, diagnostics: all, ...(isWritten && { files }) };
}

const nothing = { clusters: 0, links: 0, objects: 0 } as const;
