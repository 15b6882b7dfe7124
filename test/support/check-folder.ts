import { mkdirSync, mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { dirname, join } from 'node:path';
import { afterEach, beforeEach } from 'vitest';
import { stringify } from 'yaml';
import { main } from '../../lib/cli/main.js';
import { ownFleet, type TestFleet } from './linker/fleets.js';

/** The folder of the test that runs; importing this makes one for each, and removes it. */
export let folder: string;
beforeEach(() => {
  folder = mkdtempSync(join(tmpdir(), 'linkspan-check-'));
});
afterEach(() => {
  rmSync(folder, { recursive: true, force: true });
});

/** Runs the command line in this process; the folder is called FOLDER in what it prints. */
export async function run(...args: string[]): Promise<{ code: number; out: string; err: string }> {
  let out = '';
  let err = '';
  const code = await main(args, { out: (text) => (out += text), err: (text) => (err += text) });
  return { code, out: out.replaceAll(folder, 'FOLDER'), err: err.replaceAll(folder, 'FOLDER') };
}

/** Writes a file below the folder and tells its path. */
export function write(name: string, text: string): string {
  const file = join(folder, name);
  mkdirSync(dirname(file), { recursive: true });
  writeFileSync(file, text);
  return file;
}

/** Writes the manifests of each cluster below the folder. */
export function writeFleet(fleet: TestFleet): void {
  for (const [name, objects] of Object.entries(fleet.clusters)) {
    write(`${name}/all.yaml`, objects.map((object) => stringify(object)).join('---\n'));
  }
}

/** What `--format json` prints, as far as tests look at it. */
export interface Json {
  diagnostics: {
    code: string;
    file?: string;
    line?: number;
    related: unknown[];
    docs: string;
    cluster?: string;
  }[];
  summary: Record<string, number>;
}

/** A fleet whose Link names a port that the gateway does not have. */
export const wrongPort = () => {
  const fleet = ownFleet();
  fleet.set(fleet.link, 'spec.gatewayPort', '4143');
  return fleet;
};
