import { defineConfig } from 'vitest/config';

export default defineConfig({
  test: {
    include: ['test/differential/helm/**/*.test.ts'],
    testTimeout: 3_600_000,
    // one Helm for each processor
    maxConcurrency: 2,
  },
});
