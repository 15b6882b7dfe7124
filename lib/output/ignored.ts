import { spawnSync } from 'node:child_process';
import { existsSync, readFileSync, realpathSync } from 'node:fs';
import { homedir } from 'node:os';
import { dirname, join, relative, resolve, sep } from 'node:path';
import type { Diagnostic } from '../diagnostics/diagnostic.js';

/** The folder that holds `.git`, upward from a folder; `undefined` outside of a repository. */
function repositoryOf(folder: string): string | undefined {
  if (existsSync(join(folder, '.git'))) return folder;
  return dirname(folder) === folder ? undefined : repositoryOf(dirname(folder));
}

function lines(file: string): readonly string[] {
  try {
    return readFileSync(file, 'utf8').split(/\r?\n/);
  } catch {
    return [];
  }
}

/** Files whose patterns apply to a folder: on the way to it, the repository's own, and the user's. */
function ignoreFiles(repository: string, outDir: string): readonly string[] {
  const parts = relative(repository, outDir).split(sep);
  const onTheWay = parts.map((_, depth) => join(repository, ...parts.slice(0, depth), '.gitignore'));
  const configured = lines(join(homedir(), '.gitconfig'))
    .map((line) => /^\s*excludesfile\s*=\s*(.+?)\s*$/i.exec(line)?.[1])
    .filter((file) => file !== undefined)
    .map((file) => file.replace(/^~(?=\/)/, homedir()));
  return [
    ...onTheWay,
    join(outDir, '.gitignore'),
    join(repository, '.git', 'info', 'exclude'),
    join(homedir(), '.config', 'git', 'ignore'),
    ...configured,
  ];
}

/** The last name of a pattern as a regular expression that matches at least what Git would. */
function lastName(pattern: string): RegExp {
  const name = pattern.replace(/\/+$/, '').split('/').at(-1) ?? '';
  const source = name
    .replace(/[.+^${}()|\\]/g, '\\$&')
    .replace(/\*+/g, '.*')
    .replaceAll('?', '.');
  return /[[\]]/.test(source) ? /^/ : new RegExp(`^${source}$`, 'i');
}

/** Asking Git costs as much as a small synth, so it is asked only where some pattern may be meant. */
function mayBeIgnored(repository: string, outDir: string, names: ReadonlySet<string>): boolean {
  const patterns = ignoreFiles(repository, outDir)
    .flatMap(lines)
    .map((line) => line.trim())
    .filter((line) => line !== '' && !line.startsWith('#') && !line.startsWith('!'));
  const known = [...names];
  return patterns.some((pattern) => {
    const form = lastName(pattern);
    return known.some((name) => form.test(name));
  });
}

interface Match {
  readonly source: string;
  readonly line: number;
  readonly pattern: string;
  readonly path: string;
}

/** What `git check-ignore` says of paths relative to the repository; none where Git is absent. */
function askGit(repository: string, paths: readonly string[]): readonly Match[] {
  // --no-index: files that were added by force are still lost to everybody who adds a cluster
  const git = spawnSync('git', ['check-ignore', '--no-index', '--verbose', '-z', '--stdin'], {
    cwd: repository,
    input: paths.join('\0') + '\0',
    encoding: 'utf8',
    maxBuffer: 1 << 28,
  });
  if (git.status !== 0) return [];
  const fields = git.stdout.split('\0');
  const found: Match[] = [];
  for (let at = 0; at + 3 < fields.length; at += 4) {
    const [source = '', line = '', pattern = '', path = ''] = fields.slice(at, at + 4);
    if (!pattern.startsWith('!')) found.push({ source, line: Number(line), pattern, path });
  }
  return found;
}

/** True for a pattern that is bound to its place and leads into a folder of so many names. */
function leadsInto(pattern: string, names: number): boolean {
  const steps = pattern.replace(/^\/|\/+$/g, '').split('/');
  return steps.length > Math.max(1, names) && !steps.includes('**');
}

/** The lines that un-ignore, and the file whose end they belong to: what stands last wins, a deeper file first. */
function cure(
  repository: string,
  outDir: string,
  match: Match,
  below: ReadonlySet<string>,
): { readonly file: string; readonly lines: string } {
  const inRepository = match.source.endsWith('.gitignore') && !match.source.startsWith('/');
  const file = inRepository ? match.source : '.gitignore';
  const base = resolve(repository, dirname(file));
  const shown = relative(base, outDir).split(sep).join('/');
  if (shown === '' || shown.startsWith('..')) return { file, lines: '`!*`' };
  const form = lastName(match.pattern);
  const parts = shown.split('/');
  if (leadsInto(match.pattern, parts.length)) return { file, lines: `\`!${shown}/**\`` };
  const above = parts.slice(0, -1);
  const needed: string[] = [];
  // a folder above that is ignored hides all below it: it is taken back, and everything else in it ignored again
  if (above.some((part) => form.test(part))) {
    above.forEach((_, depth) => {
      const folder = parts.slice(0, depth + 1).join('/');
      needed.push(`!${folder}/`, `${folder}/*`);
    });
    needed.push(`!${shown}/`);
  } else if (form.test(parts.at(-1) ?? '')) {
    needed.push(`!${shown}/`);
  }
  // a pattern that also fits names below the folder would ignore them again
  if (needed.length === 0 || [...below].some((name) => form.test(name))) needed.push(`!${shown}/**`);
  return { file, lines: needed.map((line) => `\`${line}\``).join(', ') };
}

/**
 * Warns when Git ignores the output folder or files in it, with the line that un-ignores it.
 *
 * Needs no repository and no Git; without either it says nothing. Reports OUTPUT_IGNORED.
 */
export function ignoredDiagnostics(
  outDir: string,
  shown: string,
  paths: Iterable<string>,
): readonly Diagnostic[] {
  const real = existsSync(outDir) ? realpathSync(outDir) : resolve(outDir);
  const repository = repositoryOf(dirname(real));
  if (repository === undefined) return [];
  const inside = relative(repository, real).split(sep).join('/');
  const all = [...paths];
  const below = new Set(all.flatMap((path) => path.split('/')));
  if (!mayBeIgnored(repository, real, new Set([...inside.split('/'), ...below]))) return [];
  const [first, ...more] = askGit(
    repository,
    all.map((path) => `${inside}/${path}`),
  );
  if (first === undefined) return [];
  const { file, lines: needed } = cure(repository, real, first, below);
  const count = more.length + 1;
  return [
    {
      code: 'OUTPUT_IGNORED',
      severity: 'warning',
      file: first.source,
      line: first.line,
      column: 1,
      message: `Git ignores ${count === all.length ? shown : `${count} of ${all.length} files in ${shown}`}, by \`${first.pattern}\``,
      why: 'Argo CD reads the repository, and what is ignored is never committed',
      fix: `add ${needed} at the end of ${file}`,
    },
  ];
}
