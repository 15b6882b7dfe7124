import { existsSync, readdirSync, statSync } from 'node:fs';
import { basename, join, resolve } from 'node:path';
import { readTextFile, unreadable } from '../config/read-text-file.js';
import type { Diagnostic } from '../diagnostics/diagnostic.js';
import { byCodeUnits } from '../diagnostics/order.js';
import { outputFiles } from './output-files.js';

/** Who is told what a folder holds. */
export interface FolderReader {
  readonly cluster: (name: string, path: string) => void;
  readonly argocd: (path: string) => void;
  readonly report: (diagnostic: Diagnostic) => void;
}

/**
 * Hands on the clusters of a folder: of our output with its `index.yaml`, else each folder directly below, else the
 * folder as one cluster.
 *
 * Reports FILE_MISSING and FILE_UNREADABLE, and of our output what `outputFiles` reports.
 */
export function readFolder(folder: string, { cluster, argocd, report }: FolderReader): void {
  const names = namesIn(folder, report);
  if (names === undefined) return;
  const isOurs = names.includes('index.yaml') && isFolder(join(folder, 'clusters'));
  if (isOurs) {
    const index = join(folder, 'index.yaml');
    const { text = '', diagnostics } = readTextFile(index);
    for (const diagnostic of [...diagnostics, ...outputFiles(folder, text, index)]) report(diagnostic);
    if (isFolder(join(folder, 'argocd'))) argocd(join(folder, 'argocd'));
  }
  const root = isOurs ? join(folder, 'clusters') : folder;
  const inside = (isOurs ? namesIn(root, report) : names) ?? [];
  const folders = inside.filter(
    (name) => !name.startsWith('.') && name !== 'node_modules' && isFolder(join(root, name)),
  );
  for (const name of folders) cluster(name, join(root, name));
  if (folders.length === 0) cluster(basename(resolve(root)), root);
}

function namesIn(folder: string, report: (diagnostic: Diagnostic) => void): string[] | undefined {
  try {
    return readdirSync(folder).sort(byCodeUnits);
  } catch (error) {
    const code = error instanceof Error && 'code' in error ? String(error.code) : undefined;
    report(
      // the same code where a file stands further up: then there is nothing of that name
      code === 'ENOTDIR' && existsSync(folder)
        ? {
            code: 'FILE_UNREADABLE',
            severity: 'error',
            message: `\`${folder}\` is a file where a folder is needed`,
            fix: `give a file as \`--cluster NAME=${folder}\``,
            file: folder,
          }
        : { ...unreadable(folder, code), file: folder },
    );
    return undefined;
  }
}

function isFolder(path: string): boolean {
  try {
    return statSync(path).isDirectory();
  } catch {
    return false;
  }
}
