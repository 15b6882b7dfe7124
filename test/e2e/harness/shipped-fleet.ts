import { execFileSync } from 'node:child_process';
import { cpSync, existsSync, mkdirSync, readdirSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { parseDocument, type Document } from 'yaml';

import type { Manifest } from '../../../lib/manifests/manifest.js';
import { readManifests } from './yaml-documents.js';

const root = fileURLToPath(new URL('../../..', import.meta.url));

/** The committed output for the shipped fleet. */
export const dist = join(root, 'dist');

/** The shipped fleet's clusters, as Argo CD knows them. */
export const clusterNames = ['in-cluster-local', 'production', 'nonproduction'] as const;

/** The name by which Argo CD knows a cluster of the shipped fleet. */
export type ClusterName = (typeof clusterNames)[number];

/** The objects of a cluster. */
export function manifestsOf(cluster: ClusterName, folder = dist): Manifest[] {
  return readManifests(join(folder, 'clusters', cluster));
}

/**
 * Renders a variant of the shipped fleet below a folder and returns where it lies.
 *
 * Rejects with the command's own output when it finds fault with the variant.
 */
export function synthVariant(
  folder: string,
  name: string,
  change: (fleet: Document) => void,
  changeFiles: (config: string) => void = () => undefined,
): string {
  const config = join(folder, name, 'config');
  const out = join(folder, name, 'dist');
  mkdirSync(join(folder, name), { recursive: true });
  cpSync(join(root, 'config'), config, { recursive: true });
  const file = join(config, 'fleet.yaml');
  const fleet = parseDocument(readFileSync(file, 'utf8'));
  change(fleet);
  writeFileSync(file, fleet.toString());
  changeFiles(config);
  synth(config, out);
  return out;
}

/** The examples of the repository, each a fleet of its own. */
export const exampleNames: readonly string[] = readdirSync(join(root, 'examples')).sort();

/** Renders an example below a folder and returns where its clusters and Argo CD's files lie. */
export function synthExample(folder: string, name: string): string {
  const out = join(folder, 'examples', name);
  synth(join(root, 'examples', name), out);
  rmSync(join(out, 'index.yaml'));
  return out;
}

function synth(config: string, out: string): void {
  const command = join(root, 'bin', 'linkspan.js');
  if (!existsSync(command)) throw new Error(`${command} is not there: npm run build`);
  execFileSync(process.execPath, [command, 'synth', '--config', config, '--out', out], {
    cwd: root,
    encoding: 'utf8',
    stdio: ['ignore', 'pipe', 'pipe'],
  });
}
