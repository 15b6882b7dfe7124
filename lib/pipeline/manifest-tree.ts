import { existsSync, readFileSync } from 'node:fs';
import type { Diagnostic } from '../diagnostics/diagnostic.js';
import { manifestFiles } from '../symbols/manifest-files.js';
import type { ManifestText } from '../symbols/symbols-of.js';
import { addFolder } from './check-inputs.js';

/** Where files are read from: the disk, or a Git revision. Paths are those of the command line. */
export interface ManifestTree {
  /** True when there is a file or folder of that path. */
  readonly has: (path: string) => boolean;
  /** The text of a file; undefined when there is none. */
  readonly text: (path: string) => string | undefined;
  /** The manifests of a file or folder, as `manifestFiles` reads them. */
  readonly manifests: (path: string, report: (diagnostic: Diagnostic) => void) => Iterable<ManifestText>;
  /** Hands on the clusters of a folder, as `addFolder` does; answers what is wrong with the command line. */
  readonly addClusters: (folder: string, add: (name: string, path: string) => void) => string | undefined;
}

/** The disk as it is now. `-` is standard input. */
export const disk: ManifestTree = {
  has: (path) => path === '-' || existsSync(path),
  text: (path) => (existsSync(path) ? readFileSync(path, 'utf8') : undefined),
  manifests: (path, report) =>
    path === '-' ? [{ file: '<stdin>', text: readFileSync(0, 'utf8') }] : manifestFiles(path, report),
  addClusters: (folder, add) => addFolder(folder, add, []),
};
