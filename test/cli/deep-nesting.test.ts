import { spawnSync } from 'node:child_process';
import { fileURLToPath } from 'node:url';
import { expect, test } from 'vitest';

const root = fileURLToPath(new URL('../..', import.meta.url));

test.each([
  ['check', '--cluster', 'east=-'],
  ['template', '--release', '2.18', '--values', '-'],
])('reports nesting that exhausts the parser in words of its own: %s', (...args) => {
  const { stdout, stderr, status } = spawnSync(process.execPath, ['bin/linkspan.js', ...args], {
    cwd: root,
    encoding: 'utf8',
    input: '['.repeat(20_000),
  });
  expect(stdout + stderr).toContain('nesting is too deep to be read');
  expect(stdout + stderr).not.toContain('call stack');
  expect(status).toBe(1);
});
