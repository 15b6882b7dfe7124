import { createHash } from 'node:crypto';
import { readdirSync } from 'node:fs';
import { join } from 'node:path';
import { readFileBytes } from '../config/read-bytes.js';
import { shownPath } from '../config/read-text-file.js';
import { isConfigFile } from '../config/values-files.js';
import { byCodeUnits } from '../diagnostics/order.js';

/** Digest of the compiled command; not there elsewhere. */
declare const __LINKSPAN_BUILD__: string | undefined;

/** The files of a configuration folder that count, in the order of their names. */
type Inputs = readonly { readonly name: string; readonly path: string; readonly bytes: Buffer }[];

/** Reads the files of a configuration folder; undefined when one cannot be read. */
export function readInputs(directory: string): Inputs | undefined {
  try {
    const names = readdirSync(directory).filter(isConfigFile).sort(byCodeUnits);
    const inputs = names.flatMap((name) => {
      const path = join(directory, name);
      const bytes = readFileBytes(path);
      return bytes === undefined ? [] : { name, path, bytes };
    });
    return inputs.length === names.length ? inputs : undefined;
  } catch {
    return undefined;
  }
}

/**
 * A digest of everything that the output of a configuration folder is made of, without reading any of it as YAML:
 * the program, the folder's name as headers show it, and the names and bytes of its files.
 *
 * Undefined for a program that is not the compiled command and so cannot be told from another.
 */
export function inputKey(directory: string, inputs: Inputs): string | undefined {
  if (typeof __LINKSPAN_BUILD__ === 'undefined') return undefined;
  const digest = createHash('sha256');
  const add = (content: string | Buffer): void => {
    digest.update(`${Buffer.byteLength(content)}\n`).update(content);
  };
  [__LINKSPAN_BUILD__, process.version, shownPath(directory)].forEach(add);
  for (const { name, bytes } of inputs) {
    add(name);
    add(bytes);
  }
  return digest.digest('base64url');
}
