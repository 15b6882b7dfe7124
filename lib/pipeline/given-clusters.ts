import { existsSync, readFileSync } from 'node:fs';
import { fleetOf } from '../checks/fleet.js';
import type { FleetFacts } from '../checks/facts.js';
import { readFacts } from '../checks/read-facts.js';
import { releasePoint } from '../releases/release-point.js';
import type { Diagnostic } from '../diagnostics/diagnostic.js';
import type { GivenCluster, GivenManifest } from '../simulator/prediction/given.js';
import type { PredictionInput } from '../simulator/prediction/predict.js';
import { symbolsOfGiven } from '../simulator/reach/linker-view.js';
import { readDocuments } from '../symbols/documents.js';
import { manifestFiles } from '../symbols/manifest-files.js';
import { addFolder } from './check-inputs.js';

/** Which manifests to predict from. */
export interface GivenClustersOptions {
  /** Our output folder, or folders with a folder for each cluster. */
  readonly folders: readonly string[];
  /** `NAME=PATH`, a file, a folder or `-`; adds to a cluster of the folders if the names are one. */
  readonly clusters: readonly string[];
  /** A fleet file, whole or in part: names of clusters and the release. */
  readonly fleet?: string;
  readonly release?: string;
}

/** Manifests that were read, or what is wrong with the command line. */
export type GivenClusters =
  | { readonly usage: string }
  | {
      readonly usage?: undefined;
      readonly input: PredictionInput;
      readonly diagnostics: readonly Diagnostic[];
    };

const defaultFolder = 'dist';
const defaultFleet = 'config/fleet.yaml';

function pathsByCluster(
  { folders, clusters }: GivenClustersOptions,
  facts: FleetFacts,
): Map<string, string[]> | string {
  const paths = new Map<string, string[]>();
  const add = (name: string, path: string): void => {
    paths.set(name, [...(paths.get(name) ?? []), path]);
  };
  const wanted = folders.length + clusters.length === 0 ? [defaultFolder] : folders;
  for (const folder of wanted) {
    const usage = addFolder(folder, add, []);
    if (usage !== undefined) return usage;
  }
  for (const cluster of clusters) {
    const equals = cluster.indexOf('=');
    if (equals <= 0 || equals === cluster.length - 1) return `--cluster takes NAME=PATH, not \`${cluster}\``;
    const path = cluster.slice(equals + 1);
    if (path !== '-' && !existsSync(path)) return `there is no file or folder ${path}`;
    const name = cluster.slice(0, equals);
    const folderName = facts.clusters?.[name]?.argocdName ?? name;
    add(paths.has(folderName) ? folderName : name, path);
  }
  return paths;
}

function readCluster(
  name: string,
  paths: readonly string[],
  report: (diagnostic: Diagnostic) => void,
): GivenCluster {
  const manifests: GivenManifest[] = [];
  const read = ({ file, text }: { readonly file: string; readonly text: string }): void => {
    const found: Parameters<typeof readDocuments>[2] = ({ object, locate, prefix }) =>
      manifests.push({
        object,
        file,
        locate: prefix.length === 0 ? locate : (path) => locate([...prefix, ...path]),
      });
    readDocuments(text, file, found, report);
  };
  for (const path of paths) {
    if (path === '-') read({ file: '<stdin>', text: readFileSync(0, 'utf8') });
    else for (const text of manifestFiles(path, report)) read(text);
  }
  return { name, manifests };
}

function factsOf({
  fleet,
  release,
}: GivenClustersOptions):
  { readonly facts: FleetFacts; readonly diagnostics: readonly Diagnostic[] } | string {
  if (release !== undefined && releasePoint(release) === undefined) {
    return `${release} is no release; write edge-26.8.3, 2.18 or stable-2.14.10`;
  }
  const file = fleet ?? (existsSync(defaultFleet) ? defaultFleet : undefined);
  if (file === undefined) return { facts: {}, diagnostics: [] };
  if (!existsSync(file)) return `${file} cannot be read`;
  return readFacts(readFileSync(file, 'utf8'), file);
}

/**
 * Reads the manifests of every cluster, and finds out which cluster each Link means.
 *
 * Names come from the fleet file, else from the linker, which knows a target by its gateway. Reports what
 * `readDocuments` and `readFacts` report.
 */
export function readGivenClusters(options: GivenClustersOptions): GivenClusters {
  const known = factsOf(options);
  if (typeof known === 'string') return { usage: known };
  const paths = pathsByCluster(options, known.facts);
  if (typeof paths === 'string') return { usage: paths };
  const diagnostics = [...known.diagnostics];
  const clusters = [...paths].map(([name, each]) =>
    readCluster(name, each, (diagnostic) => diagnostics.push({ ...diagnostic, cluster: name })),
  );
  const fleet = fleetOf(clusters.map(symbolsOfGiven), known.facts);
  const aliases: Record<string, string> = {};
  for (const [name, { argocdName }] of Object.entries(known.facts.clusters ?? {})) {
    if (argocdName !== undefined && paths.has(argocdName)) aliases[name] = argocdName;
  }
  for (const { targetName, target } of fleet.edges)
    if (target !== undefined) aliases[targetName] = target.name;
  const release = options.release ?? fleet.edges[0]?.source.releaseName ?? known.facts.release;
  return { input: { clusters, aliases, ...(release === undefined ? {} : { release }) }, diagnostics };
}
