import { mkdtempSync, rmSync, statfsSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { writeFleet } from './fleet-generator.js';
import { measure } from './measure.js';

const command = fileURLToPath(new URL('../bin/linkspan.js', import.meta.url));

/** What a run writes at most at a time: the fleet of 5,000 clusters and what its peers make of it. */
const mostBytes = 4e9;

/**
 * A place for everything a run writes; `remove` takes it away.
 *
 * In memory where there is room, as the time that a disk takes for the same files varies threefold.
 */
export function workspace() {
  const isInMemory = bytesFree('/dev/shm') > mostBytes;
  const root = mkdtempSync(join(isInMemory ? '/dev/shm' : tmpdir(), 'linkspan-bench-'));
  return { root, isInMemory, remove: () => rmSync(root, { recursive: true, force: true }) };
}

function bytesFree(folder) {
  try {
    const { bavail, bsize } = statfsSync(folder);
    return bavail * bsize;
  } catch {
    return 0;
  }
}

/** A generated fleet in a folder of its own, and the runs one can make on it. */
export class BenchFleet {
  constructor(root, name, options) {
    this.folder = join(root, name);
    this.dist = join(this.folder, 'dist');
    this.names = writeFleet(join(this.folder, 'config'), options).names;
  }

  /** The whole command from nothing: no output, no cache. */
  synth(...flags) {
    this.forget();
    return this.synthAgain(...flags);
  }

  /** The whole command over what the last run left. */
  synthAgain(...flags) {
    return measure(process.execPath, [command, 'synth', ...flags], { cwd: this.folder });
  }

  /** Like `synth`, with the peak memory in MB. */
  synthWithMemory() {
    this.forget();
    const hook = new URL('./report-memory.js', import.meta.url).href;
    const run = measure(process.execPath, [`--import=${hook}`, command, 'synth'], { cwd: this.folder });
    return { ...run, peak: Number(/peak (\d+) MB/.exec(run.stdout)?.[1]) };
  }

  forget() {
    rmSync(this.dist, { recursive: true, force: true });
    rmSync(join(this.folder, '.linkspan'), { recursive: true, force: true });
  }

  /** Takes the fleet away, whose files may be a gigabyte. */
  remove() {
    rmSync(this.folder, { recursive: true, force: true });
  }
}

/** The start of Node itself. */
export function nodeFloor() {
  return measure(process.execPath, ['-e', '0']);
}

/** `linkspan check` of a folder of manifests. */
export function check(folder) {
  return measure('bash', [
    '-c',
    '"$0" "$1" check "$2" --severity error >/dev/null || test $? = 1',
    process.execPath,
    command,
    folder,
  ]);
}
