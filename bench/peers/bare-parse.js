// The `yaml` library's own parse of every document, with positions and nothing else. `node bare-parse.js FOLDER`.
import { readFileSync, readdirSync } from 'node:fs';
import { join } from 'node:path';
import { LineCounter, parseAllDocuments } from 'yaml';
import { measureHere } from '../measure.js';

const [folder] = process.argv.slice(2);
const used = measureHere(() => {
  for (const cluster of readdirSync(folder)) {
    for (const file of readdirSync(join(folder, cluster))) {
      parseAllDocuments(readFileSync(join(folder, cluster, file), 'utf8'), {
        lineCounter: new LineCounter(),
      });
    }
  }
});
console.log(JSON.stringify(used));
