// Generates the JSON Schemas of what users write, from the documented types: config/schema/*.schema.json.
// `--check` writes nothing and fails when one of them is stale.
//
// In a docstring: `@default` and `@example` in JSON; `@derived` tells in words where an absent value comes
// from; `@since` names the release a property appeared in; `@asType integer`, `@minimum`, `@pattern`
// and the like limit the value.
import { mkdirSync, readFileSync, writeFileSync } from 'node:fs';
import { dirname } from 'node:path';
import { fileURLToPath } from 'node:url';
import prettier from 'prettier';
import { createGenerator } from 'ts-json-schema-generator';

const schemas = [
  {
    type: 'FleetConfig',
    source: 'lib/config/fleet-config.ts',
    output: 'config/schema/fleet.schema.json',
    title: 'Fleet file of Linkspan',
    // the release of Linkspan that properties without `@since` appeared in
    since: '0.1.0',
  },
  {
    type: 'ChartValues',
    source: 'lib/chart/values.ts',
    output: 'config/schema/values.schema.json',
    title: 'Values of the chart linkerd-multicluster, of all supported releases',
    // the oldest supported release of Linkerd
    since: 'stable-2.14.0',
    wrapper: 'linkerd-multicluster',
  },
];

process.chdir(fileURLToPath(new URL('..', import.meta.url)));
const check = process.argv.includes('--check');
let stale = 0;
for (const schema of schemas) {
  const text = await generate(schema);
  if (text === read(schema.output)) continue;
  if (check) {
    console.error(`${schema.output} is stale: run \`node scripts/generate-config-schemas.js\``);
    stale += 1;
    continue;
  }
  mkdirSync(dirname(schema.output), { recursive: true });
  writeFileSync(schema.output, text);
  console.log(`wrote ${schema.output}`);
}
process.exitCode = stale > 0 ? 1 : 0;

async function generate({ type, source, title, since, output, wrapper }) {
  const schema = createGenerator({
    path: source,
    tsconfig: 'tsconfig.json',
    type,
    topRef: false,
    expose: 'export',
    jsDoc: 'extended',
    additionalProperties: false,
    extraTags: ['since', 'derived', 'placeholders'],
    skipTypeCheck: true,
    sortProps: false,
  }).createSchema(type);
  const { $schema, definitions, ...root } = tidy(schema, since, undefined);
  const body =
    wrapper === undefined
      ? { ...root, definitions }
      : { anyOf: bareOrWrapped(type, wrapper), definitions: { [type]: root, ...definitions } };
  const named = { $schema, title, ...body };
  const options = await prettier.resolveConfig(output);
  return prettier.format(JSON.stringify(named), { ...options, parser: 'json' });
}

/** Values as they are, or those of an umbrella chart: among others, below the name of the chart. */
function bareOrWrapped(type, wrapper) {
  const values = { $ref: `#/definitions/${type}` };
  return [values, { type: 'object', properties: { [wrapper]: values }, required: [wrapper] }];
}

/** A schema with defaults, examples and first releases in the form editors read. */
function tidy(value, since, parentKey) {
  if (Array.isArray(value)) return value.map((item) => tidy(item, since));
  if (typeof value !== 'object' || value === null) return value;
  // properties of a mapping are not older than the mapping itself
  if (value.properties !== undefined) since = value.since ?? since;
  const result = {};
  for (const [key, child] of Object.entries(value)) {
    if (key === 'default' || key === 'examples' || key === 'enum' || key === 'const') result[key] = child;
    else if (parentKey === 'properties') result[key] = property(tidy(child, since, key), since);
    else result[key] = tidy(child, since, key);
  }
  return result;
}

/** A property of a mapping, with its first release; what it is derived from joins the description. */
function property({ description = '', derived, ...rest }, since) {
  const text = flowing(derived === undefined ? description : `${description}\n\nWhen absent: ${derived}.`);
  return { description: text, since, ...rest };
}

/** Lines of a docstring joined as prose; an empty line parts paragraphs. */
function flowing(text) {
  return text
    .split(/\n\n+/)
    .map((paragraph) => paragraph.replace(/\s*\n\s*/g, ' ').trim())
    .filter((paragraph) => paragraph !== '')
    .join('\n\n');
}

function read(file) {
  try {
    return readFileSync(file, 'utf8');
  } catch {
    return undefined;
  }
}
