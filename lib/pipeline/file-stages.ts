import type { Diagnostic } from '../diagnostics/diagnostic.js';
import type { FileBytes } from '../files/file-batcher.js';
import type { FileSink } from '../files/file-sink.js';
import type { FileText } from '../manifests/file-text.js';
import type { Manifest } from '../manifests/manifest.js';
import { toYamlFile } from '../manifests/serialize.js';
import { diagnoseManifest } from '../schemas/diagnose.js';
import { loadSchemas } from '../schemas/load.js';
import type { ClusterFiles } from './link-fleet.js';
import type { InStage } from './stages.js';

/** What files pass through, and who is told of them. */
interface Stations {
  readonly sink: FileSink;
  /** What stands above the manifests of each file. */
  readonly header: string;
  readonly inStage: InStage;
  readonly report: (diagnostic: Diagnostic) => void;
  /** Is shown each file when the sink has just taken it in. */
  readonly onFile?: ((path: string, bytes: FileBytes, file: FileText) => void) | undefined;
}

/** Files of one folder that are on their way. */
interface Folder {
  /** Who takes their symbols; nobody those of Argo CD's own files. */
  readonly linked: ClusterFiles | undefined;
  readonly files: { readonly path: string; readonly manifests: readonly Manifest[] }[];
  readonly pages: { readonly path: string; readonly text: string }[];
  /** True when none will follow. */
  isWhole: boolean;
}

/**
 * Objects that pass a stage together: those of some clusters. A processor has the code of about one stage at hand, so a
 * fleet that passes them file by file takes a quarter longer; many more objects would not be at hand themselves.
 */
const objectsAtOnce = 256;

/**
 * Takes files from rendering to the sink: their symbols, their schemas, their text; stage by stage, each for many files.
 *
 * Reports what `diagnoseManifest` reports.
 */
export class FileStages {
  readonly #stations: Stations;
  #folders: Folder[] = [];
  /** Objects on their way. */
  #waiting = 0;
  /** Objects of all files. */
  objects = 0;

  constructor(stations: Stations) {
    this.#stations = stations;
  }

  /** Files that are added from here on are of one cluster, until `end`. */
  begin(linked?: ClusterFiles): void {
    this.#folders.push({ linked, files: [], pages: [], isWhole: false });
  }

  /** Takes a file of manifests; something to wait for when many are on their way. */
  add(path: string, manifests: readonly Manifest[]): Promise<void> | undefined {
    this.#folders.at(-1)?.files.push({ path, manifests });
    this.objects += manifests.length;
    this.#waiting += manifests.length;
    return this.#waiting < objectsAtOnce ? undefined : this.pass();
  }

  /** Takes a page for people. */
  addPage(path: string, text: string): void {
    this.#folders.at(-1)?.pages.push({ path, text });
  }

  /** No further file of the cluster comes. */
  end(): void {
    const last = this.#folders.at(-1);
    if (last !== undefined) last.isWhole = true;
  }

  /** Sees all files that are on their way through. */
  async pass(): Promise<void> {
    const folders = this.#folders;
    const last = folders.at(-1);
    this.#folders = [];
    this.#waiting = 0;
    if (last?.isWhole === false) this.begin(last.linked);
    const { inStage, header, report } = this.#stations;
    inStage('symbols', () => {
      for (const { linked, files, isWhole } of folders) {
        for (const { path, manifests } of files) linked?.add(path, manifests);
        if (isWhole) linked?.end();
      }
    });
    const all = folders.flatMap(({ files }) => files);
    for (const { manifests } of all) {
      const loading = loadSchemas(manifests);
      if (loading !== undefined) await loading;
    }
    inStage('guard', () => {
      for (const { path, manifests } of all)
        for (const manifest of manifests)
          for (const diagnostic of diagnoseManifest(manifest)) report({ ...diagnostic, file: path });
    });
    const written = inStage('serialize', () =>
      folders.flatMap(({ files, pages }) => [
        ...files.map(({ path, manifests }) => ({ path, file: toYamlFile(header, manifests) })),
        ...pages.map(({ path, text }) => ({ path, file: { text, shared: [] } })),
      ]),
    );
    for (const { path, file } of written) await this.#hand(path, file);
  }

  async #hand(path: string, file: FileText): Promise<void> {
    const { sink, inStage, onFile } = this.#stations;
    inStage('compare', () => {
      const bytes = sink.add(path, file);
      onFile?.(path, bytes, file);
    });
    const room = sink.room();
    if (room !== undefined) await room;
  }
}
