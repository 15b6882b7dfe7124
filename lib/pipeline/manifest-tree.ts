import { existsSync } from 'node:fs';
import { readTextFile, type TextResult } from '../config/read-text-file.js';
import type { Diagnostic } from '../diagnostics/diagnostic.js';
import { manifestFiles } from '../symbols/manifest-files.js';
import type { ManifestText } from '../symbols/symbols-of.js';
import { readFolder } from './input-folder.js';

/** Where files are read from: the disk, or a Git revision. Paths are those of the command line. */
export interface ManifestTree {
  /** True when there is a file or folder of that path. */
  readonly has: (path: string) => boolean;
  /** The text of a file, or why there is none. */
  readonly text: (path: string) => TextResult;
  /** The manifests of a file or folder, as `manifestFiles` reads them. */
  readonly manifests: (path: string, report: (diagnostic: Diagnostic) => void) => Iterable<ManifestText>;
  /** Hands on the clusters of a folder, as `readFolder` does. */
  readonly addClusters: (
    folder: string,
    add: (name: string, path: string) => void,
    report: (diagnostic: Diagnostic) => void,
  ) => void;
}

/** The disk as it is now. `-` is standard input. */
export const disk: ManifestTree = {
  has: (path) => path === '-' || existsSync(path),
  text: readTextFile,
  manifests: (path, report) => manifestFiles(path, report),
  addClusters: (folder, cluster, report) => {
    readFolder(folder, { cluster, argocd: () => undefined, report });
  },
};
