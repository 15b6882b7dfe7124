import { existsSync, readdirSync, readFileSync, statSync } from 'node:fs';
import { basename, join, resolve } from 'node:path';
import { viewOf } from '../checks/view-of.js';
import { factsOfCluster, type FleetFacts } from '../checks/facts.js';
import { cannotTell } from '../checks/missing-fact.js';
import { unknownFact } from '../checks/missing-facts.js';
import type { Diagnostic } from '../diagnostics/diagnostic.js';
import { byCodeUnits } from '../diagnostics/order.js';
import type { ClusterSymbols } from '../symbols/cluster-symbols.js';
import { manifestFiles } from '../symbols/manifest-files.js';
import { SymbolCollector } from '../symbols/symbols-of.js';
import { renderGivenValues } from './given-values.js';

/** What `check` was told to look at. */
export interface CheckInputs {
  readonly folders: readonly string[];
  /** `NAME=PATH`; PATH `-` is standard input. */
  readonly clusters: readonly string[];
  readonly argocd: readonly string[];
  /** `NAME=FILE`: values of the chart for a cluster, merged from left to right. */
  readonly values?: readonly string[];
}

/** Symbols of everything that was read; texts are gone. */
export interface ReadInputs {
  readonly clusters: readonly ClusterSymbols[];
  readonly argocd?: ClusterSymbols;
  readonly diagnostics: readonly Diagnostic[];
  /** A mistake in the command line itself. */
  readonly usage?: string;
}

/**
 * Reads the manifests of every cluster, one text at a time, and renders values for what they do not hold.
 *
 * `facts` name clusters and releases that no manifest tells.
 */
export function readInputs(
  { folders, clusters, argocd, values = [] }: CheckInputs,
  facts: FleetFacts = {},
): ReadInputs {
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
    const [name, path] = named(cluster);
    if (path === undefined)
      return { clusters: [], diagnostics: [], usage: `--cluster takes NAME=PATH, not \`${cluster}\`` };
    add(name, path);
  }
  const valuesFiles = new Map<string, string[]>();
  for (const each of values) {
    const [name, file] = named(each);
    if (file === undefined)
      return { clusters: [], diagnostics: [], usage: `--values takes NAME=FILE, not \`${each}\`` };
    const folderName = facts.clusters?.[name]?.argocdName ?? name;
    const cluster = paths.has(folderName) ? folderName : name;
    valuesFiles.set(cluster, [...(valuesFiles.get(cluster) ?? []), file]);
  }
  const diagnostics: Diagnostic[] = [];
  const collectors = new Map([...paths].map(([name, each]) => [name, collect(name, each, diagnostics)]));
  for (const [name, files] of valuesFiles) {
    const collector = collectors.get(name) ?? new SymbolCollector(name);
    collectors.set(name, collector);
    addValues(name, files, collector, facts, diagnostics);
  }
  return {
    clusters: [...collectors.values()].map((collector) => collector.finish()),
    ...(argocdPaths.length === 0 ? {} : { argocd: collect('argocd', argocdPaths, diagnostics).finish() }),
    diagnostics,
  };
}

function named(text: string): [name: string, path: string | undefined] {
  const equals = text.indexOf('=');
  if (equals <= 0 || equals === text.length - 1) return [text, undefined];
  return [text.slice(0, equals), text.slice(equals + 1)];
}

/** Adds what the chart makes of values where the manifests do not hold it already. */
function addValues(
  name: string,
  files: readonly string[],
  collector: SymbolCollector,
  facts: FleetFacts,
  diagnostics: Diagnostic[],
): void {
  const symbols = collector.finish();
  const { releaseName } = viewOf(symbols, facts, factsOfCluster(name, facts));
  const namespace = symbols.links[0]?.namespace ?? 'linkerd-multicluster';
  const given = renderGivenValues(files, releaseName, namespace);
  for (const object of given.objects) collector.addMissing(object, given.file);
  diagnostics.push(...given.diagnostics.map((diagnostic) => ({ ...diagnostic, cluster: name })));
  if (releaseName === undefined) diagnostics.push(unknownFact(cannotTell.release, [name]));
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

function collect(name: string, paths: readonly string[], diagnostics: Diagnostic[]): SymbolCollector {
  const collector = new SymbolCollector(name);
  const templates = new Set<string>();
  const report = (diagnostic: Diagnostic) => {
    const { code, file = '' } = diagnostic;
    // one document of a file tells what all of them are
    if (code === 'FILE_TEMPLATE' && templates.has(file)) return;
    if (code === 'FILE_TEMPLATE') templates.add(file);
    diagnostics.push({ ...diagnostic, cluster: name });
  };
  for (const path of paths) {
    if (path === '-') {
      collector.addText({ file: '<stdin>', text: readFileSync(0, 'utf8') }, report);
      continue;
    }
    for (const text of manifestFiles(path, report)) collector.addText(text, report);
  }
  return collector;
}

function isFolder(path: string): boolean {
  try {
    return statSync(path).isDirectory();
  } catch {
    return false;
  }
}
