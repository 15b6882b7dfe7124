import { createHash } from 'node:crypto';
import { readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { shownPath } from '../config/read-text-file.js';
import { isConfigFile } from '../config/values-files.js';
import { byCodeUnits } from '../diagnostics/order.js';

/**
 * A digest of everything that the output of a configuration folder is made of, without reading any of it as YAML:
 * the program, the folder's name as headers show it, and the names and bytes of its files.
 *
 * `program` is the URL of the bundle's part that runs `synth`: the bundler names it after its content and that of all
 * it imports. Undefined for a program that is not the bundle and so cannot be told from another, and when a file
 * cannot be read.
 */
export function inputKey(directory: string, program: string): string | undefined {
  const build = /\/synth-fleet-([A-Z0-9]{8})\.js$/.exec(program)?.[1];
  if (build === undefined) return undefined;
  const digest = createHash('sha256');
  const add = (content: string | Buffer): void => {
    digest.update(`${Buffer.byteLength(content)}\n`).update(content);
  };
  [build, process.version, shownPath(directory)].forEach(add);
  try {
    for (const name of readdirSync(directory).filter(isConfigFile).sort(byCodeUnits)) {
      add(name);
      add(readFileSync(join(directory, name)));
    }
  } catch {
    return undefined;
  }
  return digest.digest('base64url');
}
