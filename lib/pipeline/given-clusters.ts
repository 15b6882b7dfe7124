import { relative } from 'node:path';
import { fleetOf } from '../checks/fleet.js';
import type { FleetFacts } from '../checks/facts.js';
import { readFacts } from '../checks/read-facts.js';
import { releasePoint } from '../releases/release-point.js';
import { defaultOutput } from '../config/written-output.js';
import { hasErrors, type Diagnostic } from '../diagnostics/diagnostic.js';
import type { GivenCluster, GivenManifest } from '../simulator/prediction/given.js';
import type { PredictionInput } from '../simulator/prediction/predict.js';
import { symbolsOfGiven } from '../simulator/symbols-of-given.js';
import { readDocuments } from '../symbols/documents.js';
import { NamedPath } from '../symbols/no-manifest.js';
import { isPlain, type Plain } from '../symbols/reader.js';
import { disk, type ManifestTree } from './manifest-tree.js';
import { nameAndPath, stdinTwice } from './name-path.js';
import { isTracked } from './revision-tree.js';

/** Which manifests to predict from. */
export interface GivenClustersOptions {
  /** Our output folder, or folders with a folder for each cluster. */
  readonly folders: readonly string[];
  /** `NAME=PATH`, a file, a folder or `-`; adds to a cluster of the folders if the names are one. */
  readonly clusters: readonly string[];
  /** A fleet file, whole or in part: names of clusters and the release. */
  readonly fleet?: string;
  readonly release?: string;
  /** A Git revision to read what Git keeps from; the disk when absent. */
  readonly revision?: ManifestTree;
}

/** Manifests that were read, or what is wrong with the command line. */
export type GivenClusters =
  | { readonly usage: string }
  | {
      readonly usage?: undefined;
      readonly input: PredictionInput;
      readonly diagnostics: readonly Diagnostic[];
      /**
       * True when mistakes left no manifest at all, or no names of clusters: whatever is said of the input would be
       * made up.
       */
      readonly isUnread: boolean;
    };

const defaultFleet = 'config/fleet.yaml';

/** A path, and where its manifests are read from. */
interface PlacedPath {
  readonly path: string;
  readonly tree: ManifestTree;
  /** True for one that the user named for this cluster, which must hold manifests. */
  readonly isNamed: boolean;
}

/** Names of our output's clusters, if it is here. */
function outputClusters(folder: string): ReadonlySet<string> {
  const names = new Set<string>();
  if (!disk.has(`${folder}/index.yaml`)) return names;
  const ignored = (): void => undefined;
  disk.addClusters(folder, (name) => names.add(name), ignored);
  return names;
}

/**
 * The folders to read: those that were named, else our output.
 *
 * Manifests of single clusters add to our output if one of them is a cluster of it, unless they are its files.
 */
function wantedFolders(
  { folders, clusters }: GivenClustersOptions,
  output: string,
  folderName: (name: string) => string,
): readonly string[] {
  if (folders.length > 0) return folders;
  if (clusters.length === 0) return [output];
  const ours = outputClusters(output);
  const given = clusters.flatMap((cluster) => nameAndPath(cluster) ?? []);
  if (given.some(({ path }) => path !== '-' && !relative(output, path).startsWith('..'))) return [];
  return given.some(({ name }) => ours.has(folderName(name))) ? [output] : [];
}

function pathsByCluster(
  options: GivenClustersOptions,
  facts: FleetFacts,
  report: (diagnostic: Diagnostic) => void,
): Map<string, PlacedPath[]> | string {
  const tree = options.revision ?? disk;
  const paths = new Map<string, PlacedPath[]>();
  const add = (name: string, placed: PlacedPath): void => {
    const known = paths.get(name);
    if (known === undefined) paths.set(name, [placed]);
    else known.push(placed);
  };
  const folderName = (name: string): string => facts.clusters?.[name]?.argocdName ?? name;
  for (const folder of wantedFolders(options, facts.output ?? defaultOutput, folderName)) {
    tree.addClusters(
      folder,
      (name, path) => {
        add(name, { path, tree, isNamed: false });
      },
      report,
    );
  }
  for (const cluster of options.clusters) {
    const given = nameAndPath(cluster);
    if (given === undefined) return `--cluster takes NAME=PATH, not \`${cluster}\``;
    const { name, path } = given;
    // what Git does not keep, such as a dump of a cluster, has no older state
    const from = options.revision !== undefined && isTracked(path) ? options.revision : disk;
    add(paths.has(folderName(name)) ? folderName(name) : name, { path, tree: from, isNamed: true });
  }
  return paths;
}

/**
 * An object given again takes the place of the earlier one, as it would in the cluster.
 *
 * Reports FILE_NO_MANIFEST, and what `readDocuments` reports.
 */
function readCluster(
  name: string,
  paths: readonly PlacedPath[],
  report: (diagnostic: Diagnostic) => void,
): GivenCluster {
  const manifests = new Map<string, GivenManifest>();
  for (const { path, tree, isNamed } of paths) {
    const named = new NamedPath(path);
    const told = (diagnostic: Diagnostic): void => {
      named.noteReport();
      report(diagnostic);
    };
    for (const { file, text } of tree.manifests(path, told)) {
      const found: Parameters<typeof readDocuments>[2] = ({ object, locate, prefix }) =>
        manifests.set(identityOf(object) ?? `${manifests.size}`, {
          object,
          file,
          locate: prefix.length === 0 ? locate : (path) => locate([...prefix, ...path]),
        });
      named.noteText(file, readDocuments(text, file, found, told));
    }
    const finding = isNamed ? named.finding() : undefined;
    if (finding !== undefined) report(finding);
  }
  return { name, manifests: [...manifests.values()] };
}

/** Who an object is, whatever the version of its kind; undefined without a name. */
function identityOf({ apiVersion, kind, metadata }: Plain): string | undefined {
  if (!isPlain(metadata) || typeof metadata.name !== 'string') return undefined;
  const group = typeof apiVersion === 'string' && apiVersion.includes('/') ? apiVersion.split('/')[0] : '';
  return JSON.stringify([group, kind, metadata.namespace, metadata.name]);
}

function factsOf({
  fleet,
  release,
  revision,
}: GivenClustersOptions):
  { readonly facts: FleetFacts; readonly diagnostics: readonly Diagnostic[] } | string {
  if (release !== undefined && releasePoint(release) === undefined) {
    return `${release} is no release; write edge-26.8.3, 2.18 or stable-2.14.10`;
  }
  const file = fleet ?? defaultFleet;
  const tree = revision !== undefined && (fleet === undefined || isTracked(fleet)) ? revision : disk;
  if (fleet === undefined && !tree.has(file)) return { facts: {}, diagnostics: [] };
  const { text, diagnostics } = tree.text(file);
  if (text === undefined) return { facts: {}, diagnostics };
  const read = readFacts(text, file);
  // a file that nobody named may be of another tool, as Rancher's Fleet has them
  if (fleet !== undefined) return read;
  return { ...read, diagnostics: read.diagnostics.filter(({ code }) => code !== 'CONFIG_UNKNOWN_KEY') };
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
  const twice = stdinTwice([options.fleet, ...options.clusters.map((each) => nameAndPath(each)?.path)]);
  if (twice !== undefined) return { usage: twice };
  const diagnostics = [...known.diagnostics];
  const paths = pathsByCluster(options, known.facts, (diagnostic) => diagnostics.push(diagnostic));
  if (typeof paths === 'string') return { usage: paths };
  const clusters = [...paths].map(([name, each]) =>
    readCluster(name, each, (diagnostic) => diagnostics.push({ ...diagnostic, cluster: name })),
  );
  const fleet = fleetOf(clusters.map(symbolsOfGiven), known.facts);
  const aliases: Record<string, string> = {};
  for (const [name, { argocdName }] of Object.entries(known.facts.clusters ?? {})) {
    if (argocdName !== undefined && paths.has(argocdName)) aliases[name] = argocdName;
  }
  for (const { targetName, target, isDeduced = false } of fleet.edges)
    if (target !== undefined && !isDeduced) aliases[targetName] = target.name;
  const release = options.release ?? fleet.edges[0]?.source.releaseName ?? known.facts.release;
  return {
    input: { clusters, aliases, facts: known.facts, ...(release === undefined ? {} : { release }) },
    diagnostics,
    isUnread:
      hasErrors(known.diagnostics) ||
      (hasErrors(diagnostics) && clusters.every(({ manifests }) => manifests.length === 0)),
  };
}
