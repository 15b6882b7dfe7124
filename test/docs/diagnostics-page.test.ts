import { execFileSync } from 'node:child_process';
import { expect, it } from 'vitest';

it('docs/diagnostics.md is what the catalogue and the examples make', () => {
  const script = 'scripts/generate-diagnostics-docs.js';
  expect(execFileSync(process.execPath, [script, '--check']).toString()).toBe('');
});
