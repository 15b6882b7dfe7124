import { expect, test } from 'vitest';
import { checkFleet } from '../../lib/pipeline/check-fleet.js';
import { Suppressions } from '../../lib/checks/suppress.js';
import type { Diagnostic } from '../../lib/diagnostics/diagnostic.js';
import { folderWith } from '../support/config-folder.js';

test('reports a suppression of secrets, at its place', async () => {
  const folder = folderWith({
    'fleet.yaml': `name: one
linkerd: { release: edge-26.8.2 }
clusters: { hub: { gateway: { address: gw.example.com } } }
topology: []
suppress:
  - { code: SECRET_LEAKED, reason: it is old }
`,
  });
  const { diagnostics } = await checkFleet(folder);
  expect(diagnostics).toMatchObject([{ code: 'SUPPRESSION_FORM', severity: 'error', line: 6, column: 13 }]);
});

test('a suppression covers no secret, however it was given', () => {
  const leak: Diagnostic = { code: 'SECRET_LEAKED', severity: 'error', message: 'a secret' };
  const suppressions = new Suppressions([{ code: 'SECRET_LEAKED', reason: 'it is old' }], []);
  expect(suppressions.covers(leak, undefined)).toBe(false);
});
