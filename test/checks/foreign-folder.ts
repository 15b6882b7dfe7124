import { mkdirSync, mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { dirname, join } from 'node:path';
import { afterEach, beforeEach } from 'vitest';
import { stringify } from 'yaml';
import type { Diagnostic } from '../../lib/diagnostics/diagnostic.js';
import { checkManifests, type CheckManifestsOptions } from '../../lib/pipeline/check-manifests.js';
import type { TestFleet } from '../support/linker/fleets.js';

/** Manifests that somebody else wrote, a folder of them for each test; whoever imports this has one. */
export let folder: string;
beforeEach(() => {
  folder = mkdtempSync(join(tmpdir(), 'linkspan-foreign-'));
});
afterEach(() => {
  rmSync(folder, { recursive: true, force: true });
});

export function write(name: string, text: string): string {
  const file = join(folder, name);
  mkdirSync(dirname(file), { recursive: true });
  writeFileSync(file, text);
  return file;
}

export function writeFleet(fleet: TestFleet): void {
  for (const [name, objects] of Object.entries(fleet.clusters)) {
    write(`${name}/all.yaml`, objects.map((object) => stringify(object)).join('---\n'));
  }
}

export function found(options: Partial<CheckManifestsOptions> = {}): readonly Diagnostic[] {
  const result = checkManifests({ folders: [folder], clusters: [], argocd: [], ...options });
  if (result.usage !== undefined) throw new Error(result.usage);
  return result.diagnostics;
}

/** Code and file of what was found, from warnings on, and of every template. */
export function told(options?: Partial<CheckManifestsOptions>): string[] {
  return found(options)
    .filter(({ code, severity }) => severity !== 'info' || code === 'FILE_TEMPLATE')
    .map(({ code, file }) => `${code} ${file?.slice(folder.length + 1) ?? ''}`);
}
