import { spawnSync } from 'node:child_process';
import { fileURLToPath } from 'node:url';

const bin = fileURLToPath(new URL('../../bin/linkspan.js', import.meta.url));

/** How the real command ended. */
export interface Ended {
  readonly code: number | null;
  readonly out: string;
  readonly err: string;
}

/** Runs the real command as a process of its own; it must have been built, as `npm ci` does. */
export function linkspan(
  args: readonly string[],
  options: { cwd?: string; input?: string; timeout?: number } = {},
): Ended {
  const { status, stdout, stderr } = spawnSync(process.execPath, [bin, ...args], {
    encoding: 'utf8',
    ...options,
  });
  return { code: status, out: stdout, err: stderr };
}
