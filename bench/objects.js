import { readFileSync, readdirSync } from 'node:fs';
import { join } from 'node:path';
import { loadAll } from 'js-yaml';

/** The objects of an output folder as its files hold them: `{ path, objects }`, paths relative to the folder. */
export function readObjects(folder, { most = Infinity } = {}) {
  const clusters = readdirSync(join(folder, 'clusters')).slice(0, most);
  return clusters.flatMap((cluster) =>
    readdirSync(join(folder, 'clusters', cluster)).map((file) => {
      const path = `clusters/${cluster}/${file}`;
      return { path, objects: loadAll(readFileSync(join(folder, path), 'utf8')) };
    }),
  );
}
