import { existsSync, readFileSync, readdirSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { loadAll } from 'js-yaml';

/**
 * The objects of an output folder as its files hold them: `{ path, objects }`, paths relative to the folder.
 *
 * Read as YAML once, and kept as JSON beside the folder for whoever comes next.
 */
export function readObjects(folder) {
  const kept = `${folder}.objects.json`;
  if (existsSync(kept)) return JSON.parse(readFileSync(kept, 'utf8'));
  const files = readdirSync(join(folder, 'clusters')).flatMap((cluster) =>
    readdirSync(join(folder, 'clusters', cluster)).map((file) => {
      const path = `clusters/${cluster}/${file}`;
      return { path, objects: loadAll(readFileSync(join(folder, path), 'utf8')) };
    }),
  );
  writeFileSync(kept, JSON.stringify(files));
  return files;
}

/** Files by the folder that they are in, at most so many folders. */
export function byFolder(files, most = Infinity) {
  const groups = new Map();
  for (const file of files) {
    const folder = file.path.slice(0, file.path.lastIndexOf('/'));
    const group = groups.get(folder);
    if (group !== undefined) group.push(file);
    else if (groups.size < most) groups.set(folder, [file]);
    else break;
  }
  return groups;
}
