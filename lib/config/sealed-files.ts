import { readdirSync } from 'node:fs';
import { join } from 'node:path';
import type { Diagnostic } from '../diagnostics/diagnostic.js';
import { byCodeUnits } from '../diagnostics/order.js';
import type { CredentialsConfig } from './credentials-config.js';
import type { FleetConfig } from './fleet-config.js';
import { readTextFile } from './read-text-file.js';
import type { LinkOptions } from './topology-config.js';

/**
 * Reads every `*.sealed` file of the folders that the fleet names for SealedSecrets.
 *
 * Keys are paths below the configuration folder, with `/`. A folder that is not there holds nothing: each Link
 * that misses a file says so itself.
 */
export function readSealedFiles(
  directory: string,
  fleet: FleetConfig,
): { sealed: Map<string, string>; diagnostics: Diagnostic[] } {
  const sealed = new Map<string, string>();
  const diagnostics: Diagnostic[] = [];
  for (const folder of foldersOf(fleet)) {
    for (const file of sealedBelow(join(directory, folder))) {
      const read = readTextFile(join(directory, folder, file));
      diagnostics.push(...read.diagnostics);
      if (read.text !== undefined) sealed.set(`${folder}/${file}`, read.text.trim());
    }
  }
  return { sealed, diagnostics };
}

function foldersOf(fleet: FleetConfig): string[] {
  const options = (fleet.topology ?? []).flatMap((shape) => Object.values(shape) as LinkOptions[]);
  const configs: (CredentialsConfig | undefined)[] = [
    fleet.credentials,
    ...options.map((option) => option.credentials),
  ];
  const folders = configs.flatMap((config) =>
    config !== undefined && 'sealedSecrets' in config ? [config.sealedSecrets.folder] : [],
  );
  return [...new Set(folders)].sort(byCodeUnits);
}

function sealedBelow(folder: string): string[] {
  try {
    return readdirSync(folder, { recursive: true, encoding: 'utf8' })
      .map((path) => path.replaceAll('\\', '/'))
      .filter((path) => path.endsWith('.sealed'))
      .sort(byCodeUnits);
  } catch {
    return [];
  }
}
