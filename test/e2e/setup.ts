import { execFileSync } from 'node:child_process';
import { mkdtempSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';
import type { TestProject } from 'vitest/node';

import { isRequired } from '../support/upstream.js';
import { startKeeper } from './harness/keep.js';
import { missingNeeds } from './harness/needs.js';
import { unbuilt } from './harness/programs.js';
import { say } from './harness/progress.js';

/** What a run tells its tests. */
export interface RunContext {
  /** Folder of this run: what it starts and writes. */
  readonly run: string;
  /** Whether folders stay for a look after the run (LINKSPAN_E2E_KEEP). */
  readonly isKept: boolean;
  /** Why nothing can run here; empty if it can. */
  readonly missing: string;
}

declare module 'vitest' {
  interface ProvidedContext {
    e2e: RunContext;
  }
}

/**
 * Builds what the cache lacks and starts the keeper, which stops what the tests start, however they end.
 *
 * Throws where the machine lacks something and LINKSPAN_REQUIRE names e2e.
 */
export default function setup(project: TestProject): (() => Promise<void>) | undefined {
  const missing = missingNeeds().join(', ');
  const isKept = process.env.LINKSPAN_E2E_KEEP !== undefined;
  if (missing !== '') {
    if (isRequired('e2e'))
      throw new Error(`e2e tests are required, but this machine lacks ${missing}: run test/e2e/install`);
    say(`skipped: this machine lacks ${missing}; test/e2e/install brings what it can`);
    project.provide('e2e', { run: '', isKept, missing });
    return undefined;
  }
  if (unbuilt().length > 0) {
    execFileSync(fileURLToPath(new URL('install', import.meta.url)), ['programs'], {
      stdio: ['ignore', 2, 2],
    });
  }
  const run = mkdtempSync(join(tmpdir(), 'linkspan-e2e-'));
  if (isKept) say(`everything stays in ${run}`);
  project.provide('e2e', { run, isKept, missing });
  return startKeeper(run, isKept);
}
