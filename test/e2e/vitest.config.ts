import { fileURLToPath } from 'node:url';
import { defineConfig } from 'vitest/config';

import { Report } from './report.js';

const root = fileURLToPath(new URL('../..', import.meta.url));

/** Tests on real control planes, one file at a time: two cores are enough for one fleet, not for two. */
export default defineConfig({
  root,
  test: {
    include: ['test/e2e/**/*.test.ts'],
    globalSetup: fileURLToPath(new URL('setup.ts', import.meta.url)),
    reporters: ['default', ['json', { outputFile: 'build/results/e2e.json' }], new Report()],
    fileParallelism: false,
    disableConsoleIntercept: true,
    testTimeout: 180_000,
    hookTimeout: 300_000,
    teardownTimeout: 60_000,
  },
});
