import { defineConfig } from 'vitest/config';

export default defineConfig({
  test: {
    include: ['tests/**/*.test.ts'],
    globalSetup: 'tests/helpers/buildOnce.ts',
    // real browsers and sockets on two busy cores: a second try tells a slow moment from a fault
    retry: process.env.CI ? 1 : 0,
    // a server, a browser and a training model share two cores in CI
    testTimeout: 30_000,
    hookTimeout: 60_000,
  },
});
