import { execFileSync } from 'node:child_process';
import { readdirSync, readFileSync } from 'node:fs';
import { dirname, join } from 'node:path';
import { Ajv } from 'ajv';
import { parse } from 'yaml';
import { describe, expect, it } from 'vitest';
import { parseFleet } from '../../lib/config/parse-fleet.js';
import { codeCatalogue } from '../../lib/diagnostics/codes/index.js';
import type { JsonSchema } from '../../lib/config/validate/json-schema.js';
import { diagnosticExamples, workingExample } from '../support/diagnostic-examples.js';

const schemaOf = (name: string): JsonSchema =>
  JSON.parse(readFileSync(`config/schema/${name}.schema.json`, 'utf8')) as JsonSchema;

/** Fleet and values files that are shipped. */
const yamlFiles = ['config', ...readdirSync('examples').map((name) => `examples/${name}`)].flatMap((folder) =>
  readdirSync(folder)
    .filter((name) => name === 'fleet.yaml' || name.endsWith('values.yaml'))
    .map((name) => `${folder}/${name}`),
);

/** Every property of a schema and of its definitions, with its path. */
function propertiesOf(schema: JsonSchema, path = ''): [string, Record<string, unknown>][] {
  return Object.entries(schema).flatMap(([key, child]): [string, Record<string, unknown>][] => {
    if (typeof child !== 'object' || child === null || key === 'default' || key === 'examples') return [];
    const below = propertiesOf(child as JsonSchema, `${path}/${key}`);
    if (key !== 'properties') return below;
    const own = Object.entries(child as Record<string, Record<string, unknown>>);
    return [
      ...own.map(([name, property]): [string, Record<string, unknown>] => [`${path}/${name}`, property]),
      ...below,
    ];
  });
}

describe('the schemas of what users write', () => {
  it('show codes that exist', () => {
    const examples = propertiesOf(schemaOf('fleet'))
      .filter(([path]) => path.endsWith('/code'))
      .flatMap(([, { examples: codes }]) => codes as string[]);
    expect(examples.length).toBeGreaterThan(0);
    expect(examples.filter((code) => !Object.hasOwn(codeCatalogue, code))).toEqual([]);
  });

  it('are those that their types make', () => {
    expect(execFileSync(process.execPath, ['scripts/generate-config-schemas.js', '--check']).toString()).toBe(
      '',
    );
  });

  it('describe every property of the fleet file, with its first release and an example', () => {
    const bare = propertiesOf(schemaOf('fleet')).filter(([, property]) => {
      const { description, since, examples } = property;
      return !description || !since || examples === undefined;
    });
    expect(bare.map(([path]) => path)).toEqual([]);
  });

  it('give examples that they accept themselves', () => {
    const schema = schemaOf('fleet');
    const ajv = new Ajv({ strict: false, validateFormats: false });
    ajv.addSchema(schema, 'fleet');
    const wrong = propertiesOf(schema).flatMap(([path, property]) => {
      const { examples = [], default: fallback } = property as { examples?: unknown[]; default?: unknown };
      const values = fallback === undefined ? examples : [...examples, fallback];
      const refers = JSON.parse(JSON.stringify(property).replaceAll('"#/', '"fleet#/')) as object;
      const accepts = ajv.compile(refers);
      return values.filter((value) => !accepts(value)).map((value) => `${path}: ${JSON.stringify(value)}`);
    });
    expect(wrong).toEqual([]);
  });

  it.each([
    ['the shipped fleet', 'config/values.yaml'],
    ['a shipped spoke', 'config/production-values.yaml'],
    ['the monitored pair', 'examples/monitored-pair/values.yaml'],
  ])('take the values of %s, wrapped or bare', (_, file) => {
    const accepts = new Ajv({ strict: false, validateFormats: false }).compile(schemaOf('values'));
    expect(accepts(parse(readFileSync(file, 'utf8'))), JSON.stringify(accepts.errors)).toBe(true);
  });

  it('refuse a key that the chart does not know, wrapped or bare, and take others beside the wrapper', () => {
    const accepts = new Ajv({ strict: false, validateFormats: false }).compile(schemaOf('values'));
    expect(accepts({ gatewayy: {} })).toBe(false);
    expect(accepts({ 'linkerd-multicluster': { gatewayy: {} } })).toBe(false);
    expect(accepts({ clusterName: 'east', 'linkerd-multicluster': { gateway: { enabled: false } } })).toBe(
      true,
    );
  });

  it.each(yamlFiles)('are named by %s', (file) => {
    const [, schema = ''] = /^# yaml-language-server: \$schema=(.*)$/m.exec(readFileSync(file, 'utf8')) ?? [];
    const kind = file.endsWith('values.yaml') ? 'values' : 'fleet';
    expect(join(dirname(file), schema)).toBe(`config/schema/${kind}.schema.json`);
  });

  it('judge fleet files as the command does, as far as one field alone shows a mistake', () => {
    const accepts = new Ajv({ strict: false, validateFormats: false }).compile(schemaOf('fleet'));
    const texts = [workingExample, ...Object.values(diagnosticExamples)].map((files) => files['fleet.yaml']);
    const beyond = new Set([
      'CONFIG_SELECTOR',
      'CLUSTER_NAME_TWICE',
      'SUPPRESSION_CODE_UNKNOWN',
      'CONFIG_FORMAT',
      'ARGOCD_APPLICATION_NAME',
    ]);
    for (const text of texts) {
      if (typeof text !== 'string') continue;
      const errors = parseFleet(text).diagnostics.filter((d) => d.severity === 'error');
      const judged = errors.filter((d) => d.code.startsWith('CONFIG_') && !beyond.has(d.code));
      if (errors.some((d) => d.code.startsWith('YAML_') || beyond.has(d.code))) continue;
      expect(accepts(parse(text)), text).toBe(judged.length === 0);
    }
  });
});
