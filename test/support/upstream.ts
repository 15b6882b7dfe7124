import { existsSync } from 'node:fs';
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { describe, test } from 'vitest';

const root =
  process.env.LINKSPAN_UPSTREAM ?? fileURLToPath(new URL('../../../shared/upstream', import.meta.url));

/** Path of a file or folder of the upstream reference data, which is read where it lies and never copied. */
export function upstream(path = ''): string {
  return join(root, path);
}

/** Whether `LINKSPAN_REQUIRE`, a comma-separated list, turns the skips for want of `what` into failures. */
export function isRequired(what: string): boolean {
  return (process.env.LINKSPAN_REQUIRE ?? '').split(',').includes(what);
}

/** A suite that needs the upstream reference data; skipped with the reason where they are missing. */
export function describeUpstream(name: string, suite: () => void): void {
  if (existsSync(root)) {
    describe(name, suite);
  } else if (isRequired('upstream')) {
    test(name, () => {
      throw new Error(`no upstream reference data at ${root}`);
    });
  } else {
    // Not `describe.skip`: that still runs the suite's body, and bodies read the data to name their tests.
    test.skip(`${name} (skipped: no upstream reference data, see LINKSPAN_UPSTREAM)`);
  }
}
