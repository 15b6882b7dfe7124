import { spawnSync } from 'node:child_process';
import { existsSync } from 'node:fs';
import { fileURLToPath } from 'node:url';
import { describe, expect, test } from 'vitest';

const root = fileURLToPath(new URL('../..', import.meta.url));

test('a reader that closes the pipe at once gets no stack trace', () => {
  // The subshell waits until the reader is gone, so that the very first write finds the pipe closed.
  const pipe = `(sleep 0.3; '${process.execPath}' bin/linkspan.js --help; echo "exit $?" >&2) | true`;
  const { stderr } = spawnSync('sh', ['-c', pipe], { cwd: root, encoding: 'utf8' });
  expect(stderr).toBe('exit 0\n');
});

describe.skipIf(!existsSync('/dev/full'))('a full disk ends a command with one line and exit code 1:', () => {
  const full = 'error: cannot write to standard output: no space is left (ENOSPC)\n';
  test.each([
    ['what it prints', 'template --release 2.20 >/dev/full', full],
    ['help', '--help >/dev/full', full],
    ['diagnostics', 'predict nowhere 2>/dev/full', ''],
    ['both streams', 'check dist >/dev/full 2>&1', ''],
  ])('%s', (_, command, stderr) => {
    const ended = spawnSync('sh', ['-c', `'${process.execPath}' bin/linkspan.js ${command}`], {
      cwd: root,
      encoding: 'utf8',
    });
    expect({ code: ended.status, stdout: ended.stdout, stderr: ended.stderr }).toEqual({
      code: 1,
      stdout: '',
      stderr,
    });
  });
});
