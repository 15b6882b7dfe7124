// Writes lib/schemas/sources/: what a valid object of each kind looks like, as JSON Schema. Kubernetes' own kinds come
// from `kubernetes-types`; custom kinds from the CRD files below LINKSPAN_UPSTREAM, and stay as they are without it.
// `--check` writes nothing and fails when one of the files is stale.
import { existsSync, mkdirSync, readFileSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { coreSchemas } from './schemas/core.js';
import { crdFiles } from './schemas/crd-files.js';
import { crdSchemas } from './schemas/crd.js';

process.chdir(fileURLToPath(new URL('..', import.meta.url)));
const folder = 'lib/schemas/sources';
const check = process.argv.includes('--check');
const upstream = process.env.LINKSPAN_UPSTREAM ?? '../shared/upstream';
mkdirSync(folder, { recursive: true });

put('kubernetes', coreSchemas());
if (existsSync(upstream)) {
  for (const [name, source] of Object.entries(crdFiles)) {
    put(name, crdSchemas(readFileSync(join(upstream, source.file), 'utf8'), source));
  }
} else {
  console.error(`no custom kinds: ${upstream} is not there, set LINKSPAN_UPSTREAM`);
}

function put(name, schemas) {
  const path = join(folder, `${name}.json`);
  const text = print(schemas);
  if (existsSync(path) && readFileSync(path, 'utf8') === text) return;
  if (check) {
    console.error(`${path} is stale: run \`node scripts/generate-schemas.js\``);
    process.exitCode = 1;
    return;
  }
  writeFileSync(path, text);
  console.log(`wrote ${path}`);
}

/** One definition a line: small, and a change shows where it belongs. */
function print({ source, kinds, definitions }) {
  const sorted = Object.entries(definitions).sort(([a], [b]) => (a < b ? -1 : 1));
  const lines = sorted.map(
    ([name, definition]) => `    ${JSON.stringify(name)}: ${JSON.stringify(definition)}`,
  );
  return [
    '{',
    `  "source": ${JSON.stringify(source)},`,
    `  "kinds": ${JSON.stringify(kinds, null, 2).replaceAll('\n', '\n  ')},`,
    '  "definitions": {',
    lines.join(',\n'),
    '  }',
    '}',
    '',
  ].join('\n');
}
