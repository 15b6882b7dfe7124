import { spawnSync } from 'node:child_process';
import { fileURLToPath } from 'node:url';
import { expect, test } from 'vitest';

const root = fileURLToPath(new URL('../..', import.meta.url));

test('a reader that closes the pipe at once gets no stack trace', () => {
  // The subshell waits until the reader is gone, so that the very first write finds the pipe closed.
  const pipe = `(sleep 0.3; '${process.execPath}' bin/linkspan.js --help; echo "exit $?" >&2) | true`;
  const { stderr } = spawnSync('sh', ['-c', pipe], { cwd: root, encoding: 'utf8' });
  expect(stderr).toBe('exit 0\n');
});
