/** `npm run bench`: bundles the benchmark, as Node 20 runs no TypeScript, and runs it. Installs nothing. */
import { existsSync } from 'node:fs';
import path from 'node:path';
import { build } from 'esbuild';

const here = import.meta.dirname;
if (existsSync(path.join(here, 'node_modules'))) {
  // into bench/, so that both its packages and the project's are found
  await build({
    absWorkingDir: here,
    entryPoints: ['bench.ts', 'worker.ts'],
    outdir: 'dist',
    bundle: true,
    splitting: true,
    packages: 'external',
    platform: 'node',
    format: 'esm',
    target: 'node20.19',
    sourcemap: true,
    logLevel: 'warning',
  });
  await import('./dist/bench.js');
} else {
  console.error('The engines to compare with are not installed: npm ci --prefix bench');
  process.exitCode = 2;
}
