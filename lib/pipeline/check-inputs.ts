import { existsSync, readdirSync, readFileSync, statSync } from 'node:fs';
import { basename, join, resolve } from 'node:path';
import type { Diagnostic } from '../diagnostics/diagnostic.js';
import { byCodeUnits } from '../diagnostics/order.js';
import type { ClusterSymbols } from '../symbols/cluster-symbols.js';
import { manifestFiles } from '../symbols/manifest-files.js';
import { SymbolCollector } from '../symbols/symbols-of.js';

/** What `check` was told to look at. */
export interface CheckInputs {
  readonly folders: readonly string[];
  /** `NAME=PATH`; PATH `-` is standard input. */
  readonly clusters: readonly string[];
  readonly argocd: readonly string[];
}

/** Symbols of everything that was read; texts are gone. */
export interface ReadInputs {
  readonly clusters: readonly ClusterSymbols[];
  readonly argocd?: ClusterSymbols;
  readonly diagnostics: readonly Diagnostic[];
  /** A mistake in the command line itself. */
  readonly usage?: string;
}

/** Reads the manifests of every cluster, one text at a time. */
export function readInputs({ folders, clusters, argocd }: CheckInputs): ReadInputs {
  const paths = new Map<string, string[]>();
  const argocdPaths = [...argocd];
  const add = (name: string, path: string) => {
    const known = paths.get(name);
    if (known === undefined) paths.set(name, [path]);
    else known.push(path);
  };
  for (const folder of folders) {
    const usage = addFolder(folder, add, argocdPaths);
    if (usage !== undefined) return { clusters: [], diagnostics: [], usage };
  }
  for (const cluster of clusters) {
    const equals = cluster.indexOf('=');
    if (equals <= 0 || equals === cluster.length - 1) {
      return { clusters: [], diagnostics: [], usage: `--cluster takes NAME=PATH, not \`${cluster}\`` };
    }
    add(cluster.slice(0, equals), cluster.slice(equals + 1));
  }
  const diagnostics: Diagnostic[] = [];
  const read = (name: string, each: readonly string[]) => collect(name, each, diagnostics);
  const symbols = [...paths].map(([name, each]) => read(name, each));
  return {
    clusters: symbols,
    ...(argocdPaths.length === 0 ? {} : { argocd: read('argocd', argocdPaths) }),
    diagnostics,
  };
}

/**
 * Adds a folder of ours with `index.yaml`, or one whose folders are clusters, or one cluster's files.
 *
 * Answers what is wrong with the command line, if anything is.
 */
export function addFolder(
  folder: string,
  add: (name: string, path: string) => void,
  argocd: string[],
): string | undefined {
  if (!isFolder(folder))
    return existsSync(folder)
      ? `${folder} is no folder; give a file as --cluster NAME=${folder}`
      : `there is no folder ${folder}`;
  const isOurs = existsSync(join(folder, 'index.yaml')) && isFolder(join(folder, 'clusters'));
  if (isOurs && isFolder(join(folder, 'argocd'))) argocd.push(join(folder, 'argocd'));
  const root = isOurs ? join(folder, 'clusters') : folder;
  const names = readdirSync(root)
    .filter((name) => !name.startsWith('.') && name !== 'node_modules' && isFolder(join(root, name)))
    .sort(byCodeUnits);
  for (const name of names) add(name, join(root, name));
  if (names.length === 0) add(basename(resolve(root)), root);
  return undefined;
}

function collect(name: string, paths: readonly string[], diagnostics: Diagnostic[]): ClusterSymbols {
  const collector = new SymbolCollector(name);
  const report = (diagnostic: Diagnostic) => {
    diagnostics.push({ ...diagnostic, cluster: name });
  };
  for (const path of paths) {
    if (path === '-') {
      collector.addText({ file: '<stdin>', text: readFileSync(0, 'utf8') }, report);
      continue;
    }
    for (const text of manifestFiles(path, report)) collector.addText(text, report);
  }
  return collector.finish();
}

function isFolder(path: string): boolean {
  try {
    return statSync(path).isDirectory();
  } catch {
    return false;
  }
}
