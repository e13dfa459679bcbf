/** The process: environment, listening, signals. With the commands, the only code that touches `process`. */
import { config as loadEnv } from 'dotenv';
import { pino } from 'pino';
import { ContentError } from '../knowledge/index.ts';
import { createApp } from './app.ts';
import { ConfigError, readConfig } from './config.ts';
import { assetsDir, contentDir, modelsDir, pngWorkerFile } from './paths.ts';
import { StorageError } from './storage/errors.ts';
import { createLmdbStore } from './storage/lmdbStore.ts';

try {
  start();
} catch (error) {
  fail(error);
}

function start(): void {
  loadEnv({ quiet: true });
  const config = readConfig(process.env);
  const log = pino({ level: config.logLevel });
  const app = createApp({
    config,
    log,
    store: createLmdbStore(config.dataDir),
    contentDir,
    assetsDir,
    modelsDir,
    pngWorkerFile,
  });
  app.server.once('error', fail);
  app.server.listen(config.port, config.host, () => {
    const { port } = app.server.address();
    const url = config.publicUrl ?? `http://localhost:${port}`;
    log.info({ port, host: config.host, url }, 'ready');
    if (process.stdout.isTTY) console.log(`\nThe bot is ready: open ${url} (stop it with Ctrl+C)\n`);
  });

  let stopping = false;
  const stop = (signal: NodeJS.Signals) => {
    if (stopping) return;
    stopping = true;
    log.info({ signal }, 'stopping');
    app.close().then(() => process.exit(0), fail);
  };
  process.on('SIGTERM', stop);
  process.on('SIGINT', stop);
}

/** Says what is wrong in words where an operator can mend it, and ends. */
function fail(error: unknown): never {
  const { code, message } = error as NodeJS.ErrnoException;
  if (code === 'EADDRINUSE')
    console.error(`${message}. What to do: stop the other program, or set PORT to another port.`);
  else if ([ContentError, ConfigError, StorageError].some((known) => error instanceof known)) console.error(message);
  else console.error(error);
  process.exit(1);
}
