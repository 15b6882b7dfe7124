import { realpathSync } from 'node:fs';
import { basename, posix, relative, resolve, sep } from 'node:path';
import { decodeUtf8 } from '../config/decode-utf8.js';
import type { Diagnostic } from '../diagnostics/diagnostic.js';
import { byCodeUnits } from '../diagnostics/order.js';
import { git, gitBlobs, gitLine } from './git.js';
import type { ManifestTree } from './manifest-tree.js';

const manifestName = /\.(ya?ml|json)$/i;

/**
 * The files of a Git revision, read into memory; no checkout is touched.
 *
 * Symbolic links and submodules are left out. Answers what is wrong with the command line: no git, no
 * repository, no such revision.
 */
export function openRevision(revision: string): ManifestTree | string {
  const version = git(['--version']);
  if (!('out' in version)) return `there is no folder ${revision}, and no git to look for such a revision`;
  const top = gitLine('rev-parse', '--show-toplevel');
  if (top === undefined) return `there is no folder ${revision}, and this is no Git repository`;
  const commit = gitLine('rev-parse', '--verify', '--quiet', '--end-of-options', `${revision}^{commit}`);
  if (commit === undefined) {
    const isShallow = gitLine('rev-parse', '--is-shallow-repository') === 'true';
    const hint = isShallow ? `; this clone is shallow, so run \`git fetch --unshallow\` first` : '';
    return `there is no folder and no Git revision ${revision}${hint}`;
  }
  return treeOf(revision, commit, top);
}

/** True when Git keeps a file or folder of that path, be it changed since or not. */
export function isTracked(path: string): boolean {
  return path !== '-' && (gitLine('ls-files', '--', `:(literal)${path}`) ?? '') !== '';
}

function treeOf(revision: string, commit: string, top: string): ManifestTree {
  const files = filesOf(commit);
  const names = [...files.keys()].sort(byCodeUnits);
  const blobs = new Map<string, Buffer>();

  const inRepository = (path: string): string =>
    relative(realpathSync(top), resolve(realpathSync('.'), path))
      .split(sep)
      .join('/');
  /** Names of the files at or below a path, as they are in the repository. */
  const at = (path: string): readonly string[] => {
    const place = inRepository(path);
    if (place === '') return names;
    if (files.has(place)) return [place];
    return names.slice(lowerBound(names, `${place}/`), lowerBound(names, `${place}0`));
  };
  const below = (path: string, name: string): string => posix.relative(inRepository(path), name);
  const manifestsAt = (path: string): readonly string[] =>
    at(path).filter((name) => below(path, name) === '' || isManifest(below(path, name)));
  const bytesOf = (name: string): Buffer | undefined => blobs.get(files.get(name) ?? '');
  /** One process reads many files, so it is asked for a folder at a time. */
  const load = (wanted: readonly string[]): void => {
    const ids = wanted.flatMap((name) => files.get(name) ?? []).filter((id) => !blobs.has(id));
    if (ids.length > 0) for (const [id, bytes] of gitBlobs(ids)) blobs.set(id, bytes);
  };

  return {
    has: (path) => at(path).length > 0,
    text: (path) => {
      const name = inRepository(path);
      load([name]);
      const bytes = bytesOf(name);
      return bytes === undefined
        ? { diagnostics: [notThere(`${revision}:${name}`)] }
        : decodeUtf8(bytes, `${revision}:${name}`);
    },
    manifests: function* (path, report) {
      const wanted = manifestsAt(path);
      load(wanted);
      for (const name of wanted) {
        const file = `${revision}:${name}`;
        const bytes = bytesOf(name);
        const { text, diagnostics } =
          bytes === undefined ? { diagnostics: [notThere(file)] } : decodeUtf8(bytes, file);
        diagnostics.forEach(report);
        if (text !== undefined) yield { file, text };
      }
    },
    addClusters: (folder, add, report) => {
      const inside = at(folder).map((name) => below(folder, name));
      if (inside.length === 0) {
        report({
          code: 'FILE_MISSING',
          severity: 'error',
          message: `revision ${revision} holds no \`${folder}\``,
          fix: 'if Git ignores it, give an older output as `--before DIR`',
          file: `${revision}:${folder}`,
        });
        return;
      }
      load(manifestsAt(folder));
      const isOurs = inside.includes('index.yaml') && inside.some((name) => name.startsWith('clusters/'));
      const root = isOurs ? posix.join(folder, 'clusters') : folder;
      const inRoot = isOurs ? inside.flatMap((name) => /^clusters\/(.+)$/s.exec(name)?.[1] ?? []) : inside;
      const folders = new Set(inRoot.flatMap((name) => /^([^/]+)\//.exec(name)?.[1] ?? []));
      const clusters = [...folders].filter((name) => !isHidden(name)).sort(byCodeUnits);
      for (const name of clusters) add(name, posix.join(root, name));
      if (clusters.length === 0) add(basename(resolve(root)), root);
    },
  };
}

/** Ids of a commit's regular files, by name. */
function filesOf(commit: string): ReadonlyMap<string, string> {
  const files = new Map<string, string>();
  const answer = git(['ls-tree', '-r', '-z', '--full-tree', commit]);
  if (!('out' in answer)) return files;
  for (const entry of answer.out.toString('utf8').split('\0')) {
    const [, id, name] = /^100\d+ blob (\w+)\t(.*)$/s.exec(entry) ?? [];
    if (id !== undefined && name !== undefined) files.set(name, id);
  }
  return files;
}

/** Where `wanted` stands or would stand among sorted names. */
function lowerBound(names: readonly string[], wanted: string): number {
  let low = 0;
  let high = names.length;
  while (low < high) {
    const middle = (low + high) >>> 1;
    if (byCodeUnits(names[middle] ?? '', wanted) < 0) low = middle + 1;
    else high = middle;
  }
  return low;
}

function isHidden(name: string): boolean {
  return name.startsWith('.') || name === 'node_modules';
}

function isManifest(path: string): boolean {
  return manifestName.test(path) && !path.split('/').some(isHidden);
}

/** A file of the revision whose content is not here. */
function notThere(file: string): Diagnostic {
  const message = `\`${file}\` cannot be read: this clone does not hold it`;
  return {
    code: 'FILE_UNREADABLE',
    severity: 'error',
    message,
    fix: 'fetch it: `git fetch --refetch`',
    file,
  };
}
