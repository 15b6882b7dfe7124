import { existsSync, mkdirSync, statSync } from 'node:fs';
import { dirname } from 'node:path';
import { systemCode } from './failure.js';

/**
 * Makes a folder, and those above it that are missing; one that stands is left as it is.
 *
 * Node's own way to do so never ends where the system says of a folder that stands that there is none, as Linux does
 * of `/proc` when something is to be made in it.
 */
export function makeFolders(path: string): void {
  try {
    mkdirSync(path);
  } catch (error) {
    const code = systemCode(error);
    if (code === 'EEXIST' && statSync(path).isDirectory()) return;
    const above = dirname(path);
    if (code !== 'ENOENT' || above === path || existsSync(above)) throw error;
    makeFolders(above);
    makeFolders(path);
  }
}
