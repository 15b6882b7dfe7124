import type { Diagnostic } from '../../lib/diagnostics/diagnostic.js';
import type { Manifest } from '../../lib/manifests/manifest.js';
import { compileFleet } from '../../lib/pipeline/compile-fleet.js';
import { openFleet } from '../../lib/pipeline/open-fleet.js';
import { folderWith } from './config-folder.js';

/** All that becomes of a fleet, without an output folder. */
export interface Compiled {
  /** Everything found, the linker's warnings included. */
  readonly diagnostics: readonly Diagnostic[];
  /** Objects by the cluster's name in the fleet. */
  readonly objects: Readonly<Record<string, readonly Manifest[]>>;
  /** Files by path below the output folder, without the line that names their source. */
  readonly files: Readonly<Record<string, string>>;
}

/** Compiles a configuration folder. */
export async function compiled(folder: string): Promise<Compiled> {
  const { opened, diagnostics } = openFleet(folder);
  const objects: Record<string, readonly Manifest[]> = {};
  const files: Record<string, string> = {};
  if (opened === undefined) return { diagnostics, objects, files };
  const { diagnostics: found, linker } = await compileFleet(opened, {
    severity: 'warning',
    onCluster: (cluster, manifests) => (objects[cluster.name] = manifests),
    onFile: (path, _bytes, { text }) => (files[path] = text.replace(/^# Made by.*\n/, '')),
  });
  return { diagnostics: linker.findings([...diagnostics, ...found]), objects, files };
}

/** Compiles a fleet file, with whatever stands beside it. */
export function compiledText(
  fleet: string,
  beside: Readonly<Record<string, string>> = {},
): Promise<Compiled> {
  return compiled(folderWith({ 'fleet.yaml': fleet, ...beside }));
}

/** A short name of an object: `Secret linkerd/web`. */
export function label({ kind, metadata: { namespace, name } }: Manifest): string {
  return `${kind} ${namespace === undefined ? '' : `${namespace}/`}${name}`;
}

/** Paths of the files that one of two outputs lacks or that differ, sorted. */
export function differingFiles(a: Compiled['files'], b: Compiled['files']): string[] {
  return [...new Set([...Object.keys(a), ...Object.keys(b)])].filter((path) => a[path] !== b[path]).sort();
}
