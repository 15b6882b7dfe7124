// The floor: the same objects through JSON.stringify into the same files. `node json-floor.js DIST OUT`.
import { mkdirSync, writeFileSync } from 'node:fs';
import { dirname, join } from 'node:path';
import { measureHere } from '../measure.js';
import { readObjects } from '../objects.js';

const [dist, out] = process.argv.slice(2);
const files = readObjects(dist);
const used = measureHere(() => {
  let last = '';
  for (const { path, objects } of files) {
    const folder = join(out, dirname(path));
    if (folder !== last) mkdirSync((last = folder), { recursive: true });
    writeFileSync(join(out, path), objects.map((object) => JSON.stringify(object)).join('\n'));
  }
});
console.log(JSON.stringify(used));
