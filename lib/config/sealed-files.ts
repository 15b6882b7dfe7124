import { readdirSync } from 'node:fs';
import { join } from 'node:path';
import type { Diagnostic } from '../diagnostics/diagnostic.js';
import { byCodeUnits } from '../diagnostics/order.js';
import { leakDiagnostics } from '../guards/leak-diagnostics.js';
import type { CredentialsConfig } from './credentials-config.js';
import type { FleetConfig } from './fleet-config.js';
import { readRegularFile, shownPath, type ReadText } from './read-text-file.js';
import type { LinkOptions } from './topology-config.js';

/**
 * Reads every `*.sealed` file of the folders that the fleet names for SealedSecrets.
 *
 * Keys are paths below the configuration folder, with `/`. A folder that is not there holds nothing: each Link
 * that misses a file says so itself. Reports SECRET_LEAKED where a file is no ciphertext but the secret.
 */
export function readSealedFiles(
  directory: string,
  fleet: FleetConfig,
  readText: ReadText = readRegularFile,
): { sealed: Map<string, string>; diagnostics: Diagnostic[] } {
  const sealed = new Map<string, string>();
  const diagnostics: Diagnostic[] = [];
  for (const folder of foldersOf(fleet)) {
    for (const file of sealedBelow(join(directory, folder))) {
      const path = join(directory, folder, file);
      const read = readText(path);
      diagnostics.push(...read.diagnostics);
      if (read.text === undefined) continue;
      diagnostics.push(...leakDiagnostics(shownPath(path), read.text));
      sealed.set(`${folder}/${file}`, read.text.trim());
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
