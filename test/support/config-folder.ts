import { mkdtempSync, mkdirSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { dirname, join } from 'node:path';
import { loadConfig } from '../../lib/config/load-config.js';
import type { LoadedConfig } from '../../lib/config/loaded-config.js';

/** A new folder with the given files, below the system's temporary folder. */
export function folderWith(files: Readonly<Record<string, string>>): string {
  const folder = mkdtempSync(join(tmpdir(), 'linkspan-'));
  for (const [name, text] of Object.entries(files)) {
    mkdirSync(dirname(join(folder, name)), { recursive: true });
    writeFileSync(join(folder, name), text);
  }
  return folder;
}

/** The configuration read from such a folder; throws what is wrong with it. */
export function configOf(fleet: string, values: Readonly<Record<string, string>> = {}): LoadedConfig {
  const { config, diagnostics } = loadConfig(folderWith({ 'fleet.yaml': fleet, ...values }));
  if (config === undefined) throw new Error(JSON.stringify(diagnostics, null, 2));
  return config;
}
