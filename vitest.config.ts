import { defineConfig } from 'vitest/config';

export default defineConfig({
  define: { __LINKSPAN_VERSION__: '"0.0.0-test"' },
  test: {
    globalSetup: ['scripts/compile-schemas.js', 'test/support/temporary-folder.ts'],
    include: ['test/**/*.test.ts'],
    exclude: ['test/e2e/**', 'test/differential/helm/**', 'node_modules/**'],
    testTimeout: 60_000,
    hookTimeout: 120_000,
  },
});
