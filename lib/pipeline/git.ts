import { spawnSync } from 'node:child_process';

/** What `git` answered, or why it did not. */
export type GitAnswer = { readonly out: Buffer } | { readonly failure: 'absent' | 'refused' };

const mostBytes = 1024 * 1024 * 1024;

/** Runs `git` in the present folder; it reads the repository only, and fetches nothing. */
export function git(args: readonly string[], input = ''): GitAnswer {
  const { status, stdout, error } = spawnSync('git', args, {
    input,
    maxBuffer: mostBytes,
    env: { ...process.env, GIT_OPTIONAL_LOCKS: '0', GIT_NO_LAZY_FETCH: '1' },
    stdio: ['pipe', 'pipe', 'ignore'],
  });
  if (error !== undefined)
    return { failure: 'code' in error && error.code === 'ENOENT' ? 'absent' : 'refused' };
  return status === 0 ? { out: stdout } : { failure: 'refused' };
}

/** The first line that `git` prints; undefined when it fails. */
export function gitLine(...args: readonly string[]): string | undefined {
  const answer = git(args);
  return 'out' in answer ? (answer.out.toString('utf8').split('\n')[0] ?? '') : undefined;
}

/** Contents of blobs, by their ids; ids that the repository does not hold are left out. */
export function gitBlobs(ids: readonly string[]): ReadonlyMap<string, Buffer> {
  const blobs = new Map<string, Buffer>();
  const answer = git(['cat-file', '--batch'], ids.map((id) => `${id}\n`).join(''));
  if (!('out' in answer)) return blobs;
  const { out } = answer;
  let at = 0;
  while (at < out.length) {
    const end = out.indexOf('\n', at);
    if (end < 0) break;
    // "<id> blob <size>", then the content and a line break; "<id> missing" alone
    const [id = '', type = '', size = '0'] = out.toString('utf8', at, end).split(' ');
    at = end + 1;
    if (type !== 'blob') continue;
    blobs.set(id, out.subarray(at, at + Number(size)));
    at += Number(size) + 1;
  }
  return blobs;
}
