import { viewOf } from '../checks/view-of.js';
import { factsFinder, type FleetFacts } from '../checks/facts.js';
import { cannotTell } from '../checks/missing-fact.js';
import { unknownFact } from '../checks/missing-facts.js';
import type { Diagnostic } from '../diagnostics/diagnostic.js';
import type { ClusterSymbols } from '../symbols/cluster-symbols.js';
import { manifestFiles } from '../symbols/manifest-files.js';
import { NamedPath } from '../symbols/no-manifest.js';
import { SymbolCollector } from '../symbols/symbols-of.js';
import { inlineValueProblems } from './inline-values.js';
import { renderGivenValues } from './given-values.js';
import { readFolder } from './input-folder.js';
import { nameAndPath } from './name-path.js';

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
  const named = new Set<string>();
  const argocdPaths = [...argocd];
  const diagnostics: Diagnostic[] = [];
  const add = (name: string, path: string) => {
    const known = paths.get(name);
    if (known === undefined) paths.set(name, [path]);
    else known.push(path);
  };
  // a cluster may be called by the name that Links use, though its folder has Argo CD's
  const known = (name: string): string => {
    const folderName = facts.clusters?.[name]?.argocdName ?? name;
    return paths.has(folderName) ? folderName : name;
  };
  for (const folder of folders) {
    readFolder(folder, {
      cluster: add,
      argocd: (path) => argocdPaths.push(path),
      report: (diagnostic) => diagnostics.push(diagnostic),
    });
  }
  for (const cluster of clusters) {
    const given = nameAndPath(cluster);
    if (given === undefined)
      return { clusters: [], diagnostics: [], usage: `--cluster takes NAME=PATH, not \`${cluster}\`` };
    add(known(given.name), given.path);
    named.add(given.path);
  }
  const valuesFiles = new Map<string, string[]>();
  for (const each of values) {
    const given = nameAndPath(each);
    if (given === undefined)
      return { clusters: [], diagnostics: [], usage: `--values takes NAME=FILE, not \`${each}\`` };
    const cluster = known(given.name);
    valuesFiles.set(cluster, [...(valuesFiles.get(cluster) ?? []), given.path]);
  }
  const collectors = new Map(
    [...paths].map(([name, each]) => [name, collect(name, each, diagnostics, named)]),
  );
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

/** Adds what the chart makes of values where the manifests do not hold it already. */
function addValues(
  name: string,
  files: readonly string[],
  collector: SymbolCollector,
  facts: FleetFacts,
  diagnostics: Diagnostic[],
): void {
  const symbols = collector.finish();
  const { releaseName } = viewOf(symbols, facts, factsFinder(facts)(name));
  const namespace = symbols.links[0]?.namespace ?? 'linkerd-multicluster';
  const given = renderGivenValues(files, releaseName, namespace);
  for (const { object, place } of given.objects)
    collector.addMissing(object, place?.file ?? given.file, place?.locate);
  diagnostics.push(...given.diagnostics.map((diagnostic) => ({ ...diagnostic, cluster: name })));
  if (releaseName === undefined) diagnostics.push(unknownFact(cannotTell.release, [name]));
}

/** Reads the manifests of one cluster; each of the `named` paths must hold some. Reports FILE_NO_MANIFEST. */
function collect(
  name: string,
  paths: readonly string[],
  diagnostics: Diagnostic[],
  named: ReadonlySet<string> = new Set(),
): SymbolCollector {
  const collector = new SymbolCollector(name);
  const templates = new Set<string>();
  const report = (diagnostic: Diagnostic) => {
    const { code, file = '' } = diagnostic;
    // one document of a file tells what all of them are
    if (code === 'FILE_TEMPLATE' && templates.has(file)) return;
    if (code === 'FILE_TEMPLATE') templates.add(file);
    diagnostics.push({ ...diagnostic, cluster: name });
  };
  const seen = new Set<string>();
  for (const path of paths) {
    const tally = new NamedPath(path);
    const told = (diagnostic: Diagnostic) => {
      tally.noteReport();
      report(diagnostic);
    };
    for (const text of manifestFiles(path, told, seen)) {
      const found = collector.addText(text, told, (document, file) => {
        inlineValueProblems(document, file, text.text).forEach(report);
      });
      tally.noteText(text.file, found);
    }
    // without a text, an earlier path may have been the same
    const finding = named.has(path) && tally.hasText ? tally.finding() : undefined;
    if (finding !== undefined) report(finding);
  }
  return collector;
}
