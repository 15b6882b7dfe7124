import { spawnSync } from 'node:child_process';
import { mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
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

test('reports every file of a folder that is nested too deep, whichever way, and reads the others', () => {
  const folder = mkdtempSync(join(tmpdir(), 'linkspan-deep-'));
  const deep = ['['.repeat(50_000), '{"a":'.repeat(50_000), '- '.repeat(50_000)];
  deep.push(Array.from({ length: 3_000 }, (_, i) => `${' '.repeat(i)}a:`).join('\n'));
  // an engine that compiles a pattern again on a stack that is nearly full ends the process: that takes several files
  for (let i = 0; i < 12; i++) writeFileSync(join(folder, `${i}.yaml`), deep[i % deep.length] ?? '');
  writeFileSync(join(folder, 'x.yaml'), 'apiVersion: v1\nkind: Namespace\nmetadata: { name: x }\n');
  const { stdout, stderr, status } = spawnSync(
    process.execPath,
    ['bin/linkspan.js', 'check', '--cluster', `east=${folder}`],
    { cwd: root, encoding: 'utf8' },
  );
  rmSync(folder, { recursive: true });
  expect(stdout.match(/nesting is too deep to be read/g)).toHaveLength(12);
  expect(stdout).toContain('1 cluster (0 Links, 1 object)');
  expect(stderr).toBe('');
  expect(status).toBe(1);
});
