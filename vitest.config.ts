import { defineConfig } from 'vitest/config';

export default defineConfig({
  test: {
    include: ['tests/**/*.test.ts'],
    globalSetup: 'tests/helpers/buildOnce.ts',
    // a server, a browser and a training model share two cores in CI
    testTimeout: 30_000,
    hookTimeout: 60_000,
  },
});
