import { spawnSync } from 'node:child_process';
import { expect, test } from 'vitest';
import { kindModules } from '../../lib/schemas/generated/kinds.js';
import { hasSchema, loadSchemas } from '../../lib/schemas/load.js';
import { validateManifest } from '../../lib/schemas/validate.js';

test('the schemas kept in git are what their sources give today', () => {
  const run = spawnSync(process.execPath, ['scripts/generate-schemas.js', '--check'], { encoding: 'utf8' });
  expect(run.stderr).not.toContain('stale');
  expect(run.status).toBe(0);
});

test('every kind that has a schema can be loaded, and refuses a field that nobody knows', async () => {
  const kinds = kindModules.flatMap((module) => Object.values(module.kinds));
  for (const key of kinds) {
    const [apiVersion, kind] = [key.slice(0, key.lastIndexOf('/')), key.slice(key.lastIndexOf('/') + 1)];
    const object = { apiVersion, kind, metadata: { name: 'any' }, unheardOf: 1 };
    expect(hasSchema(apiVersion, kind)).toBe(true);
    await loadSchemas([object]);
    expect(validateManifest(object).map(({ path }) => path)).toContain('unheardOf');
  }
  expect(kinds.length).toBeGreaterThan(60);
});
