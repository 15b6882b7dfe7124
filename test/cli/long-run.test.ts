import { spawn } from 'node:child_process';
import { existsSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { expect, test } from 'vitest';
import { folderWith } from '../support/config-folder.js';
import { linkspan } from '../support/run-command.js';

const bin = fileURLToPath(new URL('../../bin/linkspan.js', import.meta.url));

function folderOf(clusters: number): string {
  const names = Array.from({ length: clusters }, (_, i) => `c${i}`);
  const entries = names.map(
    (name, i) => `  ${name}: ${i === 0 ? '{ gateway: { address: gw.example.com } }' : '{}'}`,
  );
  return folderWith({
    'config/fleet.yaml': `name: many
linkerd: { release: edge-26.8.2 }
clusters:
${entries.join('\n')}
topology: [{ hubAndSpoke: { hub: c0 } }]
credentials: { externalSecrets: { store: vault, key: 'mesh/{source}-to-{target}' } }
`,
  });
}

test('Ctrl-C leaves the output as it was, and says so', async () => {
  const cwd = folderOf(3000);
  const run = spawn(process.execPath, [bin, 'synth'], { cwd, stdio: ['ignore', 'ignore', 'pipe'] });
  let said = '';
  run.stderr.on('data', (text: Buffer) => (said += text.toString()));
  // files are prepared beside the output, so the run is well under way
  while (!existsSync(join(cwd, '.linkspan/dist/stage'))) await new Promise((done) => setTimeout(done, 5));
  run.kill('SIGINT');
  const code = await new Promise((done) => run.on('close', done));
  expect({ code, said }).toEqual({ code: 130, said: 'interrupted by SIGINT: dist/ is as it was\n' });
  expect(existsSync(join(cwd, 'dist'))).toBe(false);
  expect(existsSync(join(cwd, '.linkspan'))).toBe(false);
});

test('--profile writes where the time went', () => {
  const cwd = folderOf(3);
  expect(linkspan(['synth', '--profile', 'profile.json'], { cwd }).code).toBe(0);
  const profile = JSON.parse(readFileSync(join(cwd, 'profile.json'), 'utf8')) as {
    stages: Record<string, number>;
  };
  expect(Object.keys(profile.stages).sort()).toEqual([
    'compare',
    'guard',
    'link',
    'read',
    'render',
    'serialize',
    'symbols',
    'write',
  ]);
});
