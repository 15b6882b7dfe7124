import { spawn } from 'node:child_process';
import { existsSync, readFileSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { expect, test } from 'vitest';
import { folderWith } from '../support/config-folder.js';
import { main } from '../../lib/cli/main.js';
import { largeFleet } from '../support/large-fleet.js';
import { linkspan } from '../support/run-command.js';

const bin = fileURLToPath(new URL('../../bin/linkspan.js', import.meta.url));

function folderOf(clusters: number): string {
  return folderWith({ 'config/fleet.yaml': largeFleet(clusters) });
}

/** A run that Ctrl-C ends once it prepares files beside the output, so when it is well under way. */
async function interrupted(cwd: string, args: readonly string[]): Promise<{ code: unknown; said: string }> {
  const run = spawn(process.execPath, [bin, ...args], { cwd, stdio: ['ignore', 'ignore', 'pipe'] });
  let said = '';
  run.stderr.on('data', (text: Buffer) => (said += text.toString()));
  while (!existsSync(join(cwd, '.linkspan/dist/stage'))) await new Promise((done) => setTimeout(done, 5));
  run.kill('SIGINT');
  const code = await new Promise((done) => run.on('close', done));
  return { code, said };
}

test('Ctrl-C leaves the output as it was, and says so', async () => {
  const cwd = folderOf(3000);
  const { code, said } = await interrupted(cwd, ['synth']);
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

test('reports a profile that cannot be written before the run begins', () => {
  const cwd = folderOf(3);
  const { code, out, err } = linkspan(['synth', '--profile', 'profiles/synth.json'], { cwd });
  expect({ code, out }).toEqual({ code: 1, out: '' });
  expect(err).toBe(`profiles/synth.json error PROFILE_UNWRITABLE
  the profile could not be written (ENOENT)
  why: the run did not begin, so the output is as it was
  fix: make the folder profiles, or name another file with --profile
`);
  expect(existsSync(join(cwd, 'dist'))).toBe(false);
});

test('a profile takes the place of the last one, however long that was', () => {
  const cwd = folderOf(3);
  const profile = join(cwd, 'profile.json');
  writeFileSync(profile, 'x'.repeat(100_000));
  expect(linkspan(['synth', '--profile', profile], { cwd }).code).toBe(0);
  expect(JSON.parse(readFileSync(profile, 'utf8'))).toHaveProperty('unit', 'milliseconds');
});

test('a run that does not end leaves the last profile, or none', async () => {
  const cwd = folderOf(3000);
  writeFileSync(join(cwd, 'last.json'), 'of the last run');
  for (const profile of ['last.json', 'first.json']) {
    const { code } = await interrupted(cwd, ['synth', '--profile', profile]);
    expect(code).toBe(130);
  }
  expect(readFileSync(join(cwd, 'last.json'), 'utf8')).toBe('of the last run');
  expect(existsSync(join(cwd, 'first.json'))).toBe(false);
});

const nearlyAllAlone = largeFleet(3000).replace(
  /topology:.*/,
  'topology: [{ link: { source: c1, target: c0 } }]',
);
const muchToRead = `# ${'much to read '.repeat(100_000)}\n`;

test.each([
  [['check', 'config'], largeFleet(3), ['streaming']],
  [['synth'], largeFleet(3), ['brief']],
  [['synth', '--check'], largeFleet(400), ['streaming']],
  [['synth'], nearlyAllAlone, ['brief', 'regions']],
  [['synth'], nearlyAllAlone + muchToRead, ['reading', 'regions']],
])('%s says what it is about to do', async (args, fleet, works) => {
  const cwd = folderWith({ 'config/fleet.yaml': fleet });
  const here = process.cwd();
  const told: string[] = [];
  try {
    process.chdir(cwd);
    await main(args, { out: () => undefined, err: () => undefined }, { expect: (work) => told.push(work) });
  } finally {
    process.chdir(here);
  }
  expect([...new Set(told)]).toEqual(works);
});
