import { mkdirSync, mkdtempSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { dirname, join } from 'node:path';
import type { ExampleFiles } from './diagnostic-examples.js';

/** A new folder with the files of an example, below the system's temporary folder. */
export function exampleFolder(files: ExampleFiles): string {
  const folder = mkdtempSync(join(tmpdir(), 'linkspan-example-'));
  for (const [name, content] of Object.entries(files)) {
    mkdirSync(dirname(join(folder, name)), { recursive: true });
    writeFileSync(join(folder, name), content);
  }
  return folder;
}
