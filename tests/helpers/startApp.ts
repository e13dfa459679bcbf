import { mkdtempSync } from 'node:fs';
import { tmpdir } from 'node:os';
import path from 'node:path';
import { pino } from 'pino';
import { createApp } from '../../src/app.ts';
import { readConfig } from '../../src/config.ts';
import { assetsDir, contentDir, modelsDir, pngWorkerFile } from '../../src/paths.ts';
import { createLmdbStore } from '../../src/storage/lmdbStore.ts';

export interface RunningApp {
  origin: string;
  dataDir: string;
  close(): Promise<void>;
}

export interface StartOptions {
  /** Where an earlier app kept its data: the new one goes on with it. */
  dataDir?: string;
  /** A fixed port, for clients that come back to it. */
  port?: number;
  env?: Record<string, string>;
}

/** The real server on a real port, with LMDB in a folder of its own. */
export async function startApp({ dataDir, port = 0, env = {} }: StartOptions = {}): Promise<RunningApp> {
  const dir = dataDir ?? mkdtempSync(path.join(tmpdir(), 'bot-test-'));
  const config = readConfig({ LOG_LEVEL: 'silent', PORT: String(port), DATA_DIR: dir, ...env });
  const app = createApp({
    config,
    log: pino({ level: config.logLevel }),
    store: createLmdbStore(dir),
    contentDir,
    assetsDir,
    modelsDir,
    pngWorkerFile,
  });
  await new Promise<void>((resolve) => app.server.listen(config.port, config.host, resolve));
  return { origin: `http://127.0.0.1:${app.server.address().port}`, dataDir: dir, close: () => app.close() };
}
