import { spawnSync } from 'node:child_process';
import { existsSync, readFileSync, writeFileSync } from 'node:fs';
import { availableParallelism, getPriority } from 'node:os';
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { expect, test } from 'vitest';
import { folderWith } from '../support/config-folder.js';
import { largeFleet } from '../support/large-fleet.js';
import { linkspan } from '../support/run-command.js';
import { treeOf } from '../support/tree.js';

const file = (path: string): string => fileURLToPath(new URL(`../../${path}`, import.meta.url));

function fleetFolder(): string {
  return folderWith({
    'config/fleet.yaml': largeFleet(220, { c7: '{ extraManifests: [extra.yaml] }' }),
    'config/extra.yaml': configMap('für alle'),
  });
}

function configMap(text: string): string {
  return `apiVersion: v1
kind: ConfigMap
metadata: { name: note, namespace: linkerd-multicluster }
data: { note: ${JSON.stringify(text)} }
`;
}

/** The command as `bin` runs it, but for the thread: none, or one of another script. */
function withThread(cwd: string, script?: string) {
  const run = `require(${JSON.stringify(file('bin/load.js'))})
    .load(${JSON.stringify(file('build/cli/synth.js'))})
    .main(['synth', '--out', 'other'], undefined, { thread: ${JSON.stringify(script)} })
    .then((code) => { process.exitCode = code; });`;
  const { status, stderr } = spawnSync(process.execPath, ['-e', run], { cwd, encoding: 'utf8' });
  return { code: status, err: stderr };
}

test('a fleet of this size is given to the thread where there is a processor for it, and it gives way', () => {
  const cwd = fleetFolder();
  const thread = join(cwd, 'thread.cjs');
  writeFileSync(
    thread,
    `require(${JSON.stringify(file('build/cli/thread.cjs'))});
require('node:fs').writeFileSync('was-here', String(require('node:os').getPriority()));`,
  );
  expect(withThread(cwd, thread)).toEqual({ code: 0, err: '' });
  const wasHere = join(cwd, 'was-here');
  expect(existsSync(wasHere)).toBe(availableParallelism() > 1);
  const behind = process.platform === 'linux' ? Math.min(getPriority() + 5, 19) : getPriority();
  if (existsSync(wasHere)) expect(Number(readFileSync(wasHere, 'utf8'))).toBe(behind);
});

test('the files of a large fleet are the same, whichever thread writes them', () => {
  const cwd = fleetFolder();
  const { code, out, err } = linkspan(['synth'], { cwd });
  expect({ code, err }).toEqual({ code: 0, err: '' });
  expect(out).toContain('220 clusters, 219 Links');
  expect(withThread(cwd)).toEqual({ code: 0, err: '' });
  expect(treeOf(join(cwd, 'dist'))).toEqual(treeOf(join(cwd, 'other')));
  // and again over what stands
  writeFileSync(join(cwd, 'config/values.yaml'), 'podLabels: { team: mesh }\n');
  expect(linkspan(['synth'], { cwd }).code).toBe(0);
  expect(withThread(cwd)).toEqual({ code: 0, err: '' });
  expect(treeOf(join(cwd, 'dist'))).toEqual(treeOf(join(cwd, 'other')));
});

test('reports a secret in a large fleet by its object and field, and writes nothing', () => {
  const cwd = fleetFolder();
  writeFileSync(join(cwd, 'config/extra.yaml'), configMap('für hvs.CAESIJ1234567890abcdefghij'));
  const { code, out, err } = linkspan(['synth'], { cwd });
  expect({ code, out }).toEqual({ code: 1, out: '' });
  expect(err).toContain('SECRET_LEAKED');
  expect(err).toContain('data.note');
  expect(err).not.toContain('CAESIJ');
  expect(withThread(cwd)).toEqual({ code: 1, err: err.replaceAll('dist/', 'other/') });
  for (const left of ['dist', '.linkspan', 'other']) expect(existsSync(join(cwd, left))).toBe(false);
});

test('reports that a file of a large fleet could not be written, and leaves nothing', () => {
  const cwd = fleetFolder();
  // a full disk is not at hand everywhere, but a limit for the size of files is; the CRD is larger
  const limited = ['-c', 'ulimit -f 32; exec "$@"', 'sh', process.execPath, file('bin/linkspan.js'), 'synth'];
  const { status, stderr } = spawnSync('sh', limited, { cwd, encoding: 'utf8' });
  expect(status).toBe(1);
  expect(stderr).toMatch(/^dist error OUTPUT_DISK_FULL\n {2}no room to write .*\(EFBIG\)/);
  expect(existsSync(join(cwd, 'dist'))).toBe(false);
  expect(existsSync(join(cwd, '.linkspan'))).toBe(false);
});
