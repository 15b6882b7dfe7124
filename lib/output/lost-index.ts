import { closeSync, lstatSync, openSync, readdirSync, readSync } from 'node:fs';
import { join, relative } from 'node:path';
import type { Diagnostic } from '../diagnostics/diagnostic.js';
import { byCodeUnits } from '../diagnostics/order.js';
import { indexPath, madeBy } from './ownership.js';

/** Where files of ours stand, and how those begin: manifests, and pages that tell people which Secret to make. */
const forms = [
  {
    path: /^(?:clusters\.yaml|argocd\/[^/]+\.yaml|clusters\/[^/]+\/[^/]+\.yaml)$/,
    beginning: Buffer.from(`# ${madeBy}`),
  },
  { path: /^clusters\/[^/]+\/credentials-[^/]+\.md$/, beginning: Buffer.from('# Credential of ') },
];

/**
 * Files below the output folder that we wrote, known by where they stand and how they begin, where no index lists any.
 *
 * Without them what the fleet no longer has would stay behind as files of somebody else, and nobody would be told that
 * it vanishes. Reports OUTPUT_INDEX_LOST unless there are none.
 */
export function filesOfLostIndex(
  outDir: string,
  shown: string,
): { readonly paths: readonly string[]; readonly diagnostics: readonly Diagnostic[] } {
  const paths = ['argocd', 'clusters', '.']
    .flatMap((folder) => pathsIn(join(outDir, folder), folder !== '.'))
    .map((path) => relative(outDir, path).replaceAll('\\', '/'))
    .filter((path) => isOurs(outDir, path))
    .sort(byCodeUnits);
  return { paths, diagnostics: paths.length === 0 ? [] : [lost(shown, paths.length)] };
}

function lost(shown: string, count: number): Diagnostic {
  const file = `${shown}/${indexPath}`;
  return {
    code: 'OUTPUT_INDEX_LOST',
    severity: 'warning',
    file,
    message: `${file} lists nothing, and ${count === 1 ? 'a file' : `${count} files`} of ours stand${count === 1 ? 's' : ''} beside it`,
    why: 'the index tells our files from those of others; these were known by their place and first line, so that nothing vanishes unnoticed',
    fix: `commit the index that synth writes, or take it back: git checkout -- ${file}`,
  };
}

function pathsIn(folder: string, recursive: boolean): string[] {
  try {
    return readdirSync(folder, { recursive, encoding: 'utf8' }).map((name) => join(folder, name));
  } catch {
    // nothing stands there, or whoever writes there tells why not
    return [];
  }
}

function isOurs(outDir: string, path: string): boolean {
  const beginning = forms.find((form) => form.path.test(path))?.beginning;
  if (beginning === undefined) return false;
  const start = Buffer.alloc(beginning.length);
  try {
    const file = join(outDir, path);
    // a pipe would wait for somebody to write
    if (!lstatSync(file).isFile()) return false;
    const descriptor = openSync(file, 'r');
    try {
      readSync(descriptor, start, 0, start.length, 0);
    } finally {
      closeSync(descriptor);
    }
  } catch {
    return false;
  }
  return start.equals(beginning);
}
