import { existsSync, readdirSync, type Dirent } from 'node:fs';
import { join, relative } from 'node:path';
import type { Diagnostic } from '../diagnostics/diagnostic.js';
import { byCodeUnits } from '../diagnostics/order.js';
import { readIndex } from '../output/ownership.js';

/**
 * Holds the files of an output folder of ours against the index that lists them.
 *
 * Reports OUTPUT_FILE_MISSING for one that is listed but not there, OUTPUT_FILE_FOREIGN for a manifest that is there
 * but not listed, and OUTPUT_INDEX_INVALID. Silent for an index without a list.
 */
export function outputFiles(folder: string, text: string, index: string): readonly Diagnostic[] {
  if (!/^files:/m.test(text)) return [];
  const { paths, diagnostics } = readIndex(text, index);
  if (diagnostics.length > 0) return diagnostics;
  const owned = new Set(paths);
  const missing = paths.filter((path) => !existsSync(join(folder, path)));
  const foreign = manifestsBelow(folder).filter((path) => !owned.has(path));
  return [
    ...missing.map((path): Diagnostic => ({
      code: 'OUTPUT_FILE_MISSING',
      severity: 'error',
      message: `\`${path}\` is listed here but is not there`,
      why: 'Argo CD applies what is committed: it takes the objects of a file that is gone out of the cluster',
      fix: 'run synth, or take it back with `git checkout`',
      ...placeOf(text, path),
      file: index,
    })),
    ...foreign.map((path): Diagnostic => ({
      code: 'OUTPUT_FILE_FOREIGN',
      severity: 'info',
      message: `\`${path}\` was not written by linkspan`,
      why: 'Argo CD applies it with the files beside it, and synth neither changes nor removes it',
      fix: 'list it under `extraManifests` of the cluster, or remove it if it is left over',
      file: join(folder, path),
    })),
  ];
}

/** Where the index lists a path. */
function placeOf(text: string, path: string): { line: number; column: number } | undefined {
  const lines = text.split('\n');
  const line = lines.findIndex((each) => each.includes(path));
  return line < 0 ? undefined : { line: line + 1, column: (lines[line]?.indexOf(path) ?? 0) + 1 };
}

/** Manifests where Argo CD looks for them. */
function manifestsBelow(folder: string): string[] {
  return ['argocd', 'clusters']
    .flatMap((name) => entriesOf(join(folder, name)))
    .filter((entry) => entry.isFile() && /\.(ya?ml|json)$/i.test(entry.name))
    .map((entry) => relative(folder, join(entry.parentPath, entry.name)).replaceAll('\\', '/'))
    .sort(byCodeUnits);
}

function entriesOf(folder: string): Dirent[] {
  try {
    return readdirSync(folder, { recursive: true, withFileTypes: true });
  } catch {
    // whoever reads its manifests tells what is wrong with the folder
    return [];
  }
}
