import { resolve } from 'node:path';
import { decodeUtf8 } from '../config/decode-utf8.js';
import { readRegularFile, shownPath, type ReadText } from '../config/read-text-file.js';
import { defaultOutput, writtenOutput } from '../config/written-output.js';
import { ignoredDiagnostics } from '../output/ignored.js';
import type { DigestTable } from '../files/file-batch.js';
import { hasRecord, keepRecord, standingRun } from '../output/run-record.js';
import { inputKey, readInputs } from './input-key.js';
import type { SynthOptions, SynthResult } from './synth-fleet.js';

type Counts = Pick<SynthResult, 'clusters' | 'links' | 'objects'>;

/** A run over a configuration folder. */
type FolderOptions = SynthOptions & { readonly config: string };

/** With fewer clusters and Links a run takes less than half a second, and leaves nothing beside the output folder. */
const smallest = 400;

/**
 * Knows a run of a large fleet again: with the same inputs and an output that stands as it was written, nothing is
 * read, rendered and compared once more.
 *
 * Only runs without a single diagnostic are kept. `--check` and `--allow-remove` always go the whole way.
 */
export class RunMemory {
  readonly #options: FolderOptions;
  readonly #out: string;
  /** Before anything was read of them as YAML; undefined where nothing is to be known again. */
  #inputs: ReturnType<typeof readInputs>;
  #bytes: ReadonlyMap<string, Buffer> = new Map();
  readonly #wasRead = new Set<string>();
  #key: string | undefined;

  constructor(options: FolderOptions) {
    this.#options = options;
    const isUsed = !options.check && options.allowRemove.length === 0;
    this.#inputs = isUsed ? readInputs(options.config) : undefined;
    this.#bytes = new Map(this.#inputs?.map(({ path, bytes }) => [path, bytes]));
    this.#out = options.out ?? this.#writtenOutput();
    if (hasRecord(this.#out)) this.#takeKey();
  }

  /** Bytes of the configuration, until `begin`; undefined where nothing is to be known again. */
  get inputBytes(): number | undefined {
    return this.#inputs?.reduce((sum, { bytes }) => sum + bytes.length, 0);
  }

  /** The result of the run before this one, if this one could not differ. */
  unchanged(): SynthResult | undefined {
    const out = this.#out;
    const standing = this.#key === undefined ? undefined : standingRun(out, this.#key);
    if (standing === undefined) return undefined;
    return {
      ...standing.about,
      out,
      // what Git ignores is no input of ours, and may change on its own
      diagnostics: ignoredDiagnostics(resolve(out), out, standing.paths),
      files: { new: 0, changed: 0, removed: 0, unchanged: standing.paths.length },
    };
  }

  /**
   * Reads the configuration from the bytes that the key is made of: each file is read once, and one that changes
   * meanwhile cannot be taken for another.
   */
  readonly readText: ReadText = (path) => {
    this.#wasRead.add(path);
    const bytes = this.#bytes.get(path);
    return bytes === undefined ? readRegularFile(path) : decodeUtf8(bytes, shownPath(path));
  };

  /** Says how many clusters and Links the fleet has: a small one is forgotten, and one of other files than those of the key. */
  begin(size: number): void {
    const isOfKey =
      this.#wasRead.size === this.#bytes.size && [...this.#wasRead].every((path) => this.#bytes.has(path));
    if (size >= smallest && isOfKey) this.#takeKey();
    else this.#key = undefined;
    this.#inputs = undefined;
    this.#bytes = new Map();
    this.#wasRead.clear();
  }

  /** Whether the digests of the output's files will be wanted; known from `begin` on. */
  get wantsDigests(): boolean {
    return this.#key !== undefined;
  }

  /** Keeps a run that has ended well; not one that read ciphertext or extra manifests, which no key holds. */
  keep(counts: Counts, paths: Iterable<string>, digests: DigestTable | undefined): void {
    if (this.#key === undefined || digests === undefined) return;
    keepRecord(this.#out, this.#key, counts, paths, digests);
  }

  /** Where the fleet file says that the output is; any folder does where nothing is to be known again. */
  #writtenOutput(): string {
    const fleet = this.#inputs?.find(({ name }) => name === 'fleet.yaml');
    return fleet === undefined ? defaultOutput : writtenOutput(fleet.bytes, shownPath(fleet.path));
  }

  #takeKey(): void {
    if (this.#inputs !== undefined) this.#key ??= inputKey(this.#options.config, this.#inputs);
  }
}
