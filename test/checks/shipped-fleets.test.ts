import { readdirSync } from 'node:fs';
import { fileURLToPath } from 'node:url';
import { expect, it } from 'vitest';
import { checkFleet } from '../../lib/pipeline/check-fleet.js';

const root = fileURLToPath(new URL('../..', import.meta.url));
const folders = ['config', ...readdirSync(`${root}examples`).map((name) => `examples/${name}`)];

it.each(folders)('reports no error and no warning of %s', async (folder) => {
  const { diagnostics, summary } = await checkFleet(`${root}${folder}`, { severity: 'warning' });
  expect(diagnostics).toEqual([]);
  expect(summary.objects).toBeGreaterThan(10);
});
